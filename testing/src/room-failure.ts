/** The room's own code threw, and so ended the room. `cause` is what it threw. */
export class RoomFailure extends Error {
  override readonly name = 'RoomFailure';
  /** Which of its code: `onJoin`, `on('move')`, `tick`, `after`… */
  readonly where: string;

  constructor(where: string, cause: unknown) {
    super(`${where} threw: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.where = where;
  }
}
