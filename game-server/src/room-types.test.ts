import { bytes, defineMessages, message, request } from '@gatehouse/shared/protocol/game-messages';
import { json } from '@gatehouse/shared/protocol/payload-codecs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { z } from 'zod';
import type { GameServerDefinition } from './public.ts';
import { type AuthResult, Room } from './room.ts';
import type { Newcomer, Player } from './room-context.ts';

// What must not compile does not: `tsc -b` fails when an expected error is none. Nothing of it is run.

const messages = defineMessages({
  move: message(0x1001, json(z.object({ x: z.number(), y: z.number().default(0) }))),
  raw: bytes(0x1002),
  trade: request(0x1003, json<{ item: string }>(), json<{ accepted: boolean }>()),
});

interface Profile {
  readonly rank: number;
}

class Arena extends Room<typeof messages, Profile> {
  override readonly messages = messages;

  override onAuth(user: Newcomer): AuthResult<Profile> {
    if (user.bot) return { rank: 0 };
    return user.name === '' ? false : Promise.resolve({ rank: 1 });
  }

  override onJoin(player: Player<Profile>): void {
    const rank: number = player.data.rank;
    // @ts-expect-error data has a rank, and nothing else
    void player.data.secret;
    // @ts-expect-error what onAuth said stays so
    player.data = { rank };
  }

  override onLeave({ userId }: Player): void {
    this.log.info(userId); // a hook need not say what the data is
  }

  handlers(): void {
    this.on('move', (player, { x, y }) => this.send(player, 'move', { x: x + y + player.data.rank }));
    this.onRequest('trade', (_player, { item }) => ({ accepted: item === 'axe' }));
    this.onRequest('trade', async () => ({ accepted: true }));
    // @ts-expect-error no such message
    this.on('mvoe', () => {});
    // @ts-expect-error the payload is no text
    this.on('move', (_player, _payload: string) => {});
    // @ts-expect-error a request has an answer
    this.on('trade', () => {});
    // @ts-expect-error a message has none
    this.onRequest('move', () => ({}));
    // @ts-expect-error nothing is no answer
    this.onRequest('trade', () => {});
    // @ts-expect-error accepted is no text
    this.onRequest('trade', () => ({ accepted: 'yes' }));
    // @ts-expect-error the same of a promise
    this.onRequest('trade', async () => ({ accepted: 'yes' }));
  }

  sends(player: Player<Profile>, stranger: { userId: string }): void {
    this.broadcast('move', { x: 1 }); // the schema fills in y
    this.broadcast('raw', new Uint8Array(), { volatile: true, except: player });
    // @ts-expect-error x is missing
    this.broadcast('move', { y: 1 });
    // @ts-expect-error a request is not sent
    this.send(player, 'trade', { item: 'axe' });
    // @ts-expect-error not a player
    this.send(stranger, 'raw', new Uint8Array());
    // @ts-expect-error not bytes
    this.broadcast('raw', 'text');
    // @ts-expect-error no such option
    this.broadcast('raw', new Uint8Array(), { volatil: true });
    // @ts-expect-error the result is bytes
    this.end({ winner: 'ann' });
  }
}

class WrongData extends Room<typeof messages, Profile> {
  override readonly messages = messages;

  // @ts-expect-error a profile has a rank
  override onAuth(): { name: string } {
    return { name: 'Ann' };
  }

  // @ts-expect-error data is a profile
  override onJoin(_player: Player<{ level: number }>): void {}
}

class NoData extends Room<typeof messages> {
  override readonly messages = messages;

  override onAuth(_user: Newcomer, options: unknown): boolean {
    return options === 'open sesame';
  }

  override onJoin({ data }: Player<undefined>): void {
    const none: undefined = data;
    void none;
  }
}

class NoMessages extends Room<typeof messages> {
  // @ts-expect-error other messages than those it speaks of
  override readonly messages = defineMessages({ other: bytes(0x1001) });
}

test('rooms with and without data can be served; what is no room cannot', () => {
  const served: GameServerDefinition = { rooms: { arena: Arena, plain: NoData } };
  // @ts-expect-error a class of its own
  const wrong: GameServerDefinition = { rooms: { date: Date } };
  assert.is(Object.keys({ ...served.rooms, ...wrong.rooms, WrongData, NoMessages }).length, 5);
});

test.run();
