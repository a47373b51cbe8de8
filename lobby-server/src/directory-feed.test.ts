import { Keys } from '@gatehouse/shared/cluster/keys';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DirectoryFeed, type DirectoryFeedOptions } from './directory-feed.ts';
import { formatListing } from './listing.ts';
import { RoomDirectory } from './room-directory.ts';
import { testRoom } from './test-rooms.ts';

const settle = () => new Promise(resolve => setImmediate(resolve));

test('feed: a reading asked for while one is under way follows it', async () => {
  const index: string[] = [];
  const directory = new RoomDirectory(() => undefined);
  let [readings, resubscribed, goOn] = [0, () => {}, () => {}];
  let gate = Promise.resolve();
  const feed = new DirectoryFeed({
    directory,
    index: {
      async *listings() {
        readings++;
        const slice = index.map(id => [id, `0 1 1 ${formatListing(testRoom({ id, roomClass: 'arena' }))}`]);
        await gate;
        yield slice;
      },
    } as unknown as DirectoryFeedOptions['index'],
    classes: { names: async () => new Set(['arena']) } as unknown as DirectoryFeedOptions['classes'],
    redis: {
      subscribe: async () => () => undefined,
      onResubscribed: listener => {
        resubscribed = listener;
        return () => undefined;
      },
      onReconnected: () => () => undefined,
      nowMs: () => 0,
    },
    keys: new Keys({ namespace: 'gh' }),
    clock: new FakeClock(),
    log: silentLog,
  });
  await feed.start();
  gate = new Promise(resolve => {
    goOn = resolve;
  });
  resubscribed();
  await settle();
  index.push('a room listed since that reading began, and before its news could be heard');
  resubscribed();
  resubscribed();
  goOn();
  for (let turn = 0; turn < 10; turn++) await settle();
  assert.equal([readings, directory.size], [3, 1]);
});

test.run();
