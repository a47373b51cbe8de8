import type { Change } from './change-feed.ts';

/** Server-sent events as they go over the line. Ids are numbers and words of ours: nothing in them ends a line. */
export function snapshotText(seq: number): string {
  return `event: snapshot\nid: ${seq}\ndata: ${JSON.stringify({ seq })}\n\n`;
}

export function changeText({ seq, kind, id }: Change): string {
  return `event: change\nid: ${seq}\ndata: ${JSON.stringify({ kind, id })}\n\n`;
}

export const COMMENT = ': still here\n\n';

/** Of the header Last-Event-ID; undefined: none, or not one of ours. */
export function readLastEventId(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
