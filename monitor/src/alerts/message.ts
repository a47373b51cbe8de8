import type { Selectable } from 'kysely';
import type { OutboxTable } from '../store/schema.ts';

export type MessageKind = Selectable<OutboxTable>['kind'];

/** What is said, in the words of no channel yet. Names and errors in it come from targets and operators: not to be trusted. */
export interface MessageBody {
  readonly incidentId: string | null;
  readonly targetId: string | null;
  readonly hostName: string;
  readonly environment: string;
  /** host:port, empty for the monitor itself. */
  readonly address: string;
  /** The kind of failure. */
  readonly reason: string;
  readonly lastError: string;
  readonly openedAtMs: number;
  /** Null: goes on. */
  readonly closedAtMs: number | null;
}

/** One post to one channel: a message, or several of one kind as a list. */
export interface Post {
  readonly kind: MessageKind;
  readonly items: readonly PostItem[];
}

export interface PostItem extends MessageBody {
  readonly dedupeKey: string;
  /** Its outage was never told: this message tells both. */
  readonly merged: boolean;
}
