import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { GameRoomNews } from './event-text.ts';
import { GameNews } from './game-news.ts';
import type { RoomCommand } from './room-command.ts';

const locked = (value: boolean): GameRoomNews => ({ kind: 'gameLocked', roomId: 'L-1', locked: value });

/** News of the lobby room L, for which Redis cannot be reached the first `failures` times. */
function gameNews({ failures }: { failures: number }) {
  const clock = new FakeClock();
  const tried: RoomCommand[] = [];
  const news = new GameNews({
    rooms: {
      async execute(_id: string, command: RoomCommand) {
        tried.push(command);
        if (tried.length <= failures) throw new GatehouseError('UNAVAILABLE');
        return { kind: 'gone' };
      },
    },
    clock,
    log: silentLog,
  });
  const pass = async (ms: number) => {
    await new Promise(setImmediate); // what was told has been tried
    clock.advance(ms);
    await new Promise(setImmediate);
  };
  return { news, tried, pass };
}

test('game news: what could not be committed is repeated until it is, and no longer', async () => {
  const { news, tried, pass } = gameNews({ failures: 2 });
  news.tell('L', locked(true));
  await pass(1000);
  await pass(1000);
  await pass(60_000);
  assert.equal(tried, [locked(true), locked(true), locked(true)]);
});

test('game news: the older one is not repeated after the newer one', async () => {
  const { news, tried, pass } = gameNews({ failures: 1 });
  news.tell('L', locked(true));
  await pass(500);
  news.tell('L', locked(false));
  await pass(60_000);
  assert.equal(tried, [locked(true), locked(false)]);
});

test.run();
