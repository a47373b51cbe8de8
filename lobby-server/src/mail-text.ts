import type { User } from './lobby-room.ts';

export interface Letter {
  /** The same when the same message is sent again. */
  readonly id: string;
  /** User id. */
  readonly to: string;
  readonly from: User;
  readonly text: string;
  readonly atMs: number;
  /** Server id of who waits for the answer. */
  readonly answerTo: string;
}

/** What lobby servers say to each other about users, as JSON. */
export type Mail =
  | ({ readonly kind: 'letter' } & Letter)
  /** The user is here and has been told. */
  | { readonly kind: 'heard'; readonly id: string }
  /** The user is not here. */
  | { readonly kind: 'absent'; readonly id: string };

export function formatMail(mail: Mail): string {
  return JSON.stringify(mail);
}

/** Undefined: of a newer version, to be ignored. */
export function parseMail(message: string): Mail | undefined {
  try {
    const mail = JSON.parse(message) as Mail;
    return mail.kind === 'letter' || mail.kind === 'heard' || mail.kind === 'absent' ? mail : undefined;
  } catch {
    return undefined;
  }
}
