/** What every message of the load test says about itself. */
export interface Said {
  /** Index of the sender within its room. */
  readonly sender: number;
  /** 1, 2, 3… of this sender in this round. */
  readonly n: number;
  readonly round: number;
  /** When it was to be sent, whether or not it was sent then: milliseconds of this process's monotonic clock. */
  readonly plannedMs: number;
}

/** Smallest payload that holds it all. */
export const MIN_SAY_BYTES = 20;

/** @throws RangeError when `payloadBytes` is below MIN_SAY_BYTES */
export function encodeSaid(said: Said, payloadBytes: number): Uint8Array {
  const payload = new Uint8Array(payloadBytes);
  const view = new DataView(payload.buffer);
  view.setUint32(0, said.sender);
  view.setUint32(4, said.n);
  view.setUint32(8, said.round);
  view.setFloat64(12, said.plannedMs);
  return payload;
}

/** @throws RangeError when it is shorter than MIN_SAY_BYTES */
export function decodeSaid(payload: Uint8Array): Said {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  return {
    sender: view.getUint32(0),
    n: view.getUint32(4),
    round: view.getUint32(8),
    plannedMs: view.getFloat64(12),
  };
}
