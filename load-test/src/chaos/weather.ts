/** What a connection through a proxy goes through. */
export type Weather =
  /** Everything passes at once. */
  | { readonly kind: 'clear' }
  /** Connections are reset, new ones too. */
  | { readonly kind: 'cut' }
  /** Accepted, but nothing passes, not even an end. When it clears up, what was sent meanwhile arrives. */
  | { readonly kind: 'blackHole' }
  /** Every byte comes so much later, in order. */
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** A few bytes at a time, so that frames arrive in pieces. */
  | { readonly kind: 'drip'; readonly bytesPerSecond: number };

export const CLEAR: Weather = { kind: 'clear' };
