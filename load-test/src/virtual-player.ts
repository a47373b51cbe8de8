import { performance } from 'node:perf_hooks';
import { type Client, connect, type GameRoom, type LobbyRoom, type RoomEnd } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import type { Measurements } from './measurements.ts';
import { decodeSaid, type Said } from './say-payload.ts';

/** How long any single step of the lobby may take. */
const STEP_TIMEOUT_MS = 30_000;

export interface PlayerOptions {
  readonly urls: readonly string[];
  readonly guestName: string;
  readonly measurements: Measurements;
}

/** One player: connects, meets others in the lobby, enters their game, speaks and listens. */
export class VirtualPlayer {
  readonly client: Client;
  private room: GameRoom<typeof messages> | undefined;

  private constructor(client: Client) {
    this.client = client;
  }

  static async connect({ urls, guestName, measurements }: PlayerOptions): Promise<VirtualPlayer> {
    const startedMs = performance.now();
    const client = await connect({ urls, guestName });
    measurements.connect.record(performance.now() - startedMs);
    client.on('disconnected', () => measurements.disconnects++);
    client.on('resumed', () => measurements.resumed++);
    client.on('fresh', () => measurements.fresh++);
    return new VirtualPlayer(client);
  }

  /** How the game came to its end; undefined while it runs. */
  get end(): RoomEnd | undefined {
    return this.room?.end;
  }

  /** Into the game of the lobby room, when it starts. */
  async enter(hear: (said: Said) => void): Promise<void> {
    const room = await withTimeout(this.client.room({ messages }), 'the game did not start');
    room.on('say', payload => hear(decodeSaid(payload)));
    this.room = room;
  }

  say(payload: Uint8Array): void {
    this.room?.send('say', payload);
  }

  /** Ends the game for all. */
  finish(): void {
    this.room?.send('finish', new Uint8Array(0));
  }

  whenEnded(): Promise<void> {
    const ended = new Promise<void>(resolve => this.room?.onEnded(() => resolve()));
    return withTimeout(ended, 'the game did not end');
  }

  /** The lobby room is ready for another round. */
  whenWaiting(): Promise<void> {
    const { lobby } = this.client;
    const isWaiting = (room: LobbyRoom | undefined): boolean => room?.phase === 'waiting';
    if (isWaiting(lobby.room)) return Promise.resolve();
    const waiting = new Promise<void>(resolve => {
      const stop = lobby.on('changed', room => {
        if (!isWaiting(room)) return;
        stop();
        resolve();
      });
    });
    return withTimeout(waiting, 'the lobby room did not come back to waiting');
  }

  close(): void {
    this.client.close();
  }
}

async function withTimeout<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${STEP_TIMEOUT_MS} ms`)), STEP_TIMEOUT_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
