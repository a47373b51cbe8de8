import type { NumberedEvent } from './event-text.ts';
import type { ChatEvent } from './lobby-event.ts';

/** One line of the chat history, stored as JSON. */
export type ChatLine = Omit<ChatEvent, 'kind'>;

/** The line that a commit adds to the history; empty: none. No command says more than one. */
export function formatChatLine(events: readonly NumberedEvent[]): string {
  const said = events.find(({ event }) => event.kind === 'chat')?.event;
  if (said?.kind !== 'chat') return '';
  const { kind, ...line } = said;
  return JSON.stringify(line);
}

export function parseChatLine(json: string): ChatLine {
  return JSON.parse(json) as ChatLine; // written by formatChatLine alone
}

/** A JSON array of lines; an empty text: none. */
export function parseChatLines(json: string): readonly ChatLine[] {
  return json === '' ? [] : (JSON.parse(json) as ChatLine[]);
}
