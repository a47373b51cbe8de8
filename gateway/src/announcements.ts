import { isUnavailable } from '@gatehouse/shared/cluster/unavailable';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { AdminAnswer, AdminRoute } from './admin-listener.ts';
import type { GatewayBus } from './gateway-bus.ts';
import type { SessionKeeper } from './session-keeper.ts';

export const MAX_ANNOUNCEMENT_CHARACTERS = 500;

const HALF_CHARACTER = /\p{Surrogate}/u;

export interface AnnouncementsOptions {
  bus: Pick<GatewayBus, 'on' | 'broadcast'>;
  sessions: Pick<SessionKeeper, 'sendToAll'>;
  nowMs: () => number;
}

/** What operators say to every player, at any gateway: each one tells its own players. Nothing is kept for later. */
export class Announcements implements Part {
  readonly name = 'announcements';
  private readonly options: AnnouncementsOptions;
  private stopListening: (() => void) | undefined;

  constructor(options: AnnouncementsOptions) {
    this.options = options;
  }

  /** `POST /announcements {"text": "…"}` */
  get route(): AdminRoute {
    return { method: 'POST', path: '/announcements', answer: (_id, body) => this.announce(body) };
  }

  start(): void {
    const { bus, sessions } = this.options;
    this.stopListening ??= bus.on('announce', ({ text, atMs }) => {
      sessions.sendToAll(encodeMessageFrame(FRAME_TYPES.announcement, 0, messages.Announcement, { text, atMs }));
    });
  }

  stop(): void {
    this.stopListening?.();
    this.stopListening = undefined;
  }

  private async announce(body: unknown): Promise<AdminAnswer> {
    const text = readText(body);
    if (text === undefined) {
      const message = `send {"text": "…"} with 1 to ${MAX_ANNOUNCEMENT_CHARACTERS} characters`;
      return { status: 400, body: { code: 'BAD_ANNOUNCEMENT', message } };
    }
    try {
      const atMs = Math.floor(this.options.nowMs());
      return { status: 202, body: { gateways: await this.options.bus.broadcast({ kind: 'announce', text, atMs }) } };
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return { status: 503, body: { code: 'UNAVAILABLE' } };
    }
  }
}

function readText(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('text' in body) || typeof body.text !== 'string') return undefined;
  const characters = [...body.text].length;
  if (HALF_CHARACTER.test(body.text)) return undefined;
  return characters > 0 && characters <= MAX_ANNOUNCEMENT_CHARACTERS ? body.text : undefined;
}
