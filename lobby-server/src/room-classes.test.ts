import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { Keys } from '@gatehouse/shared/cluster/keys';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RoomClasses } from './room-classes.ts';

/** A registry in memory, and how often it was read. */
class Registry {
  readonly hashes = new Map<string, Record<string, string>>();
  reads = 0;
  readonly redis = {
    read: async (query: (commands: unknown) => unknown) => query(this.commands),
  } as unknown as Pick<ClusterRedis, 'read'>;
  private readonly commands = {
    smembers: () => {
      this.reads++;
      return [...this.hashes.keys()];
    },
    hgetall: (id: string) => this.hashes.get(id) ?? {},
  };

  add(id: string, rooms: string, state = 'up'): void {
    this.hashes.set(id, { address: '127.0.0.1:1', rooms, state });
  }
}

function prepare() {
  const registry = new Registry();
  const clock = new FakeClock();
  return { registry, clock, classes: new RoomClasses(registry.redis, new Keys({ namespace: 'gh' }), clock) };
}

test('room classes: those of game servers that are not lost', async () => {
  const { registry, classes } = prepare();
  registry.add('gh:Game:a', 'echo,arena');
  registry.add('gh:Game:b', 'arena,chess', 'down');
  registry.add('gh:Game:c', 'poker', 'lost');
  registry.add('gh:Lobby:l', 'none');
  assert.equal([...(await classes.names())].sort(), ['arena', 'chess', 'echo']);
});

test('room classes: read once a second', async () => {
  const { registry, clock, classes } = prepare();
  registry.add('gh:Game:a', 'echo');
  for (let n = 0; n < 5; n++) assert.ok(await classes.has('echo'));
  assert.is(registry.reads, 1);
  clock.advance(1000);
  assert.ok(await classes.has('echo'));
  assert.is(registry.reads, 2);
});

test('room classes: one that came this moment is known', async () => {
  const { registry, classes } = prepare();
  assert.not.ok(await classes.has('echo'));
  registry.add('gh:Game:a', 'echo');
  assert.ok(await classes.has('echo'));
  assert.not.ok(await classes.has('chess'));
});

test.run();
