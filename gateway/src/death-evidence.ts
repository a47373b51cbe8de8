/** What is known against a server. Time-outs and unreachable hosts are no evidence: they prove nothing. */
export interface DeathEvidence {
  /** 3 dials within 500 ms were refused (redial.ts). */
  readonly nobodyListens: boolean;
  /** Of its channel, in the whole of Redis. */
  readonly subscribers: number;
  /** A gateway has heard it since. */
  readonly objected: boolean;
}

export function isDeathProven(evidence: DeathEvidence): boolean {
  return evidence.nobodyListens && evidence.subscribers === 0 && !evidence.objected;
}

/** What this gateway itself knows of a server another one believes dead. */
export interface OwnLink {
  readonly incarnation: string;
  readonly open: boolean;
  readonly pongAgeMs: number | undefined;
}

/** A gateway objects when its own link to that very incarnation is open and has been heard later than the asker's. */
export function objects(question: { incarnation: string; silentMs: number }, own: OwnLink): boolean {
  if (!own.open || own.incarnation !== question.incarnation || own.pongAgeMs === undefined) return false;
  return own.pongAgeMs < question.silentMs;
}
