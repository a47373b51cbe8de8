/** Around the `before` of a suite: uvu says nothing of one that fails. */
export function reported<C>(prepare: (context: C) => Promise<void>): (context: C) => Promise<void> {
  return async context => {
    try {
      await prepare(context);
    } catch (error) {
      console.error('before:', error);
      throw error;
    }
  };
}
