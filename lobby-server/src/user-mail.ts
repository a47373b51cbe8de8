import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import { readSession } from '@gatehouse/shared/cluster/sessions';
import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { encodeMessageFrame, messages } from '@gatehouse/shared/protocol/messages';
import type { Clock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { formatMail, type Letter, parseMail } from './mail-text.ts';

/** How long the lobby server that the table names has for its answer, and then all of them. */
const NAMED_ANSWER_MS = 1_000;
const ANY_ANSWER_MS = 400;

export interface UserMailOptions {
  redis: Pick<ClusterRedis, 'subscribe' | 'publish' | 'read'>;
  keys: Keys;
  /** Id of this server. */
  self: () => string;
  /** The channel of a user who is attached here. */
  userHere: (userId: string) => { send(frame: Uint8Array): void } | undefined;
  clock: Clock;
}

/**
 * Messages from user to user, whichever lobby servers they are on. Each is answered by the server that has the user, so the
 * sender knows; nothing is kept for later. One that is sent again keeps its id, by which the receiver shows it once.
 */
export class UserMail implements Part {
  readonly name = 'user-mail';
  private readonly options: UserMailOptions;
  private readonly waiting = new Map<string, (answer: 'heard' | 'absent') => void>(); // by letter
  private stops: (() => void)[] = [];

  constructor(options: UserMailOptions) {
    this.options = options;
  }

  async start(): Promise<void> {
    if (this.stops.length > 0) return;
    const { redis, keys, self } = this.options;
    const channels = [keys.lobbyMail(self()), keys.lobbyServers];
    this.stops = await Promise.all(
      channels.map(channel => redis.subscribe(channel, message => void this.hear(message, channel))),
    );
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
  }

  /** Resolves when the user's lobby server has it. @throws GatehouseError USER_OFFLINE, UNAVAILABLE, LATE */
  async deliver(letter: Omit<Letter, 'answerTo'>): Promise<void> {
    if (this.handOver(letter)) return;
    const { redis, keys, self } = this.options;
    const { lobbyServer = '' } = (await readSession(redis, keys, letter.to)) ?? {};
    const isElsewhere = lobbyServer !== '' && lobbyServer !== self();
    if (isElsewhere && (await this.ask(keys.lobbyMail(lobbyServer), letter, NAMED_ANSWER_MS))) return;
    if (await this.ask(keys.lobbyServers, letter, ANY_ANSWER_MS)) return; // it may have moved just now
    throw new GatehouseError('USER_OFFLINE', { userId: letter.to });
  }

  private async ask(channel: string, letter: Omit<Letter, 'answerTo'>, timeoutMs: number): Promise<boolean> {
    const { redis, clock, self } = this.options;
    let cancel = (): void => {};
    const answer = new Promise<'heard' | 'absent'>(resolve => {
      this.waiting.set(letter.id, resolve);
      cancel = clock.after(timeoutMs, () => resolve('absent'));
    });
    try {
      const servers = await redis.publish(channel, formatMail({ kind: 'letter', ...letter, answerTo: self() }));
      return servers > 0 && (await answer) === 'heard';
    } finally {
      cancel();
      this.waiting.delete(letter.id);
    }
  }

  private async hear(message: string, channel: string): Promise<void> {
    const mail = parseMail(message);
    if (mail === undefined) return;
    if (mail.kind !== 'letter') {
      this.waiting.get(mail.id)?.(mail.kind);
      return;
    }
    const { redis, keys } = this.options;
    const isHere = this.handOver(mail);
    if (!isHere && channel === keys.lobbyServers) return; // of many, only the one that has the user answers
    const answer = formatMail({ kind: isHere ? 'heard' : 'absent', id: mail.id });
    await redis.publish(keys.lobbyMail(mail.answerTo), answer).catch(() => undefined); // then the sender asks again
  }

  private handOver({ id, to, from, text, atMs }: Omit<Letter, 'answerTo'>): boolean {
    const user = this.options.userHere(to);
    const message = { id, userId: from.userId, name: from.name, text, atMs };
    user?.send(encodeMessageFrame(FRAME_TYPES.directMessage, 0, messages.DirectMessage, message));
    return user !== undefined;
  }
}
