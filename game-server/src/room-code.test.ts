import { setTimeout as delay } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RoomCode } from './room-code.ts';

const code = new RoomCode();
const strays: [name: string, run: () => unknown][] = [
  ['a promise nobody waits for', () => void Promise.reject(new Error('stray'))],
  [
    'a promise nobody waits for, later',
    () => {
      void delay(1).then(() => {
        throw new Error('stray');
      });
    },
  ],
  ['a bare timer', () => setTimeout(fail, 1)],
  ['an immediate', () => setImmediate(fail)],
  ['an asynchronous timer', () => setTimeout(async () => fail(), 1)],
];

function fail(): never {
  throw new Error('stray');
}

for (const [name, run] of strays) {
  test(`an error out of ${name} goes to the room it came from`, async () => {
    const caught = new Promise<boolean>(resolve => {
      const claim = (error: unknown): void => {
        process.off('uncaughtException', claim);
        process.off('unhandledRejection', claim);
        resolve(code.claimUncaught(error));
      };
      process.on('uncaughtException', claim);
      process.on('unhandledRejection', claim);
    });
    const failures: string[] = [];
    const owner = (room: string) => ({ codeFailed: (error: unknown) => failures.push(`${room}: ${error}`) });
    code.call(owner('other'), 'tick', () => undefined);
    code.call(owner('L-1'), 'onJoin', run);
    assert.ok(await caught);
    assert.equal(failures, ['L-1: Error: stray']);
  });
}

test('an error that came from no room is nobody’s', () => {
  assert.not(code.claimUncaught(new Error('of the server itself')));
});

test.run();
