import { type ErrorCode, GatehouseError } from '@gatehouse/shared/protocol/errors';
import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GamePlacement } from './game-placement.ts';
import type { LobbyRoom } from './lobby-room.ts';

const room = { id: 'L', roomClass: 'arena', options: '' } as LobbyRoom;

/** Places through links that answer so; resolves with how often they were asked and what came of it. */
async function place(...answers: (ErrorCode | number)[]): Promise<[asked: number, outcome: ErrorCode | number]> {
  let asked = 0;
  const links = answers.map(answer => ({
    request: async () => {
      asked++;
      if (typeof answer !== 'number') throw new GatehouseError(answer);
      return messages.LinkReply.create({ placeRoom: { maxPlayers: answer } });
    },
  }));
  const placed = new GamePlacement(() => links).place(room, 'L-1', []);
  const outcome = await placed.then(
    ({ maxPlayers }) => maxPlayers,
    (error: GatehouseError) => error.code,
  );
  return [asked, outcome];
}

test('placement: a gateway that goes away meanwhile is no answer: the others are asked', async () => {
  assert.equal(await place('LINK_CLOSED', 'LINK_CLOSED'), [2, 'LINK_CLOSED']);
  const [, outcome] = await place('LINK_CLOSED', 8);
  assert.is(outcome, 8);
});

test('placement: any other answer stands; without gateways there is none', async () => {
  assert.equal(await place('ROOM_FULL', 'ROOM_FULL'), [1, 'ROOM_FULL']);
  assert.equal(await place(), [0, 'NO_GATEWAY']);
});

test.run();
