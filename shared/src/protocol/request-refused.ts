/**
 * A room says no, to one player and for a reason of the game's own: thrown in the handler of a request, or in onAuth. The
 * game goes on; the player's promise rejects with the same error.
 */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  /** A word of the game's own, for code to branch on: `NOT_YOUR_TURN`. */
  readonly code: string;

  constructor(code: string, message: string = code) {
    super(message);
    this.code = code;
  }
}
