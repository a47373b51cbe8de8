import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LASTING_LINK_MS } from './redial.ts';
import { ServerDialer } from './server-dialer.ts';
import type { ServerLink } from './server-link.ts';

interface Attempt {
  open(): Promise<void>;
  refuse(): Promise<void>;
}

const settled = () => new Promise<void>(resolve => setImmediate(resolve));

function fixture() {
  const clock = new FakeClock();
  const heard: string[] = [];
  const attempts: Attempt[] = [];
  const closed: number[] = [];
  const dial = () =>
    new Promise<ServerLink>((resolve, reject) => {
      const number = attempts.length;
      const link = { close: () => closed.push(number) };
      attempts.push({
        async open() {
          resolve({ link } as unknown as ServerLink);
          await settled();
        },
        async refuse() {
          reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
          await settled();
        },
      });
    });
  const dialer = new ServerDialer({
    dial,
    clock,
    random: () => 0,
    onLink: () => heard.push('linked'),
    onFailure: (_error, nobodyListens) => heard.push(nobodyListens ? 'nobody listens' : 'failed'),
  });
  return { clock, heard, attempts, closed, dialer };
}

test('dialer: dials at once, and only once however often it is told to start', async () => {
  const { dialer, attempts, heard } = fixture();
  dialer.start();
  dialer.start();
  assert.is(attempts.length, 1);
  await attempts[0]?.open();
  assert.equal(heard, ['linked']);
});

test('dialer: three quick refusals are reported, and it goes on dialing', async () => {
  const { clock, dialer, attempts, heard } = fixture();
  dialer.start();
  for (const number of [0, 1, 2]) {
    await attempts[number]?.refuse();
    clock.advance(100);
  }
  assert.equal(heard, ['failed', 'failed', 'nobody listens']);
  assert.is(attempts.length, 4);
});

test('dialer: a link that opens after stop is closed and told to nobody', async () => {
  const { clock, dialer, attempts, closed, heard } = fixture();
  dialer.start();
  dialer.stop();
  await attempts[0]?.open();
  assert.equal([closed, heard], [[0], []]);
  assert.is(clock.pending, 0);
});

test('dialer: what an older attempt brings is not taken for the newer one', async () => {
  const { dialer, attempts, closed, heard } = fixture();
  dialer.start();
  dialer.stop();
  dialer.start();
  await attempts[0]?.open();
  assert.equal([closed, heard], [[0], []]);
  await attempts[1]?.open();
  assert.equal([closed, heard], [[0], ['linked']]);
});

test('dialer: links that end again and again are not dialled in a tight loop', async () => {
  const { clock, dialer, attempts } = fixture();
  dialer.start();
  await attempts[0]?.open();
  dialer.start();
  assert.is(attempts.length, 2); // the first loss: at once
  await attempts[1]?.open();
  dialer.start();
  assert.is(attempts.length, 2);
  clock.advance(1000);
  assert.is(attempts.length, 3);
  await attempts[2]?.open();
  clock.advance(LASTING_LINK_MS);
  dialer.start();
  assert.is(attempts.length, 4); // this one lasted
});

test.run();
