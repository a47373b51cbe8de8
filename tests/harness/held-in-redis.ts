import type { ServerProcess } from '@gatehouse/scripts/server-process';
import type { PulsePlayer } from './pulse-player.ts';
import type { TestCluster } from './test-cluster.ts';

/** Incarnations of the servers and epochs of the game rooms: what a fault of Redis alone must not change. */
export async function identities(
  { inspect }: TestCluster,
  servers: readonly ServerProcess[],
  roomIds: readonly string[],
): Promise<(string | null)[]> {
  const started = await Promise.all(servers.map(server => server.ready));
  const incarnations = started.map(({ id }) => inspect.hget(id, 'incarnation'));
  const epochs = roomIds.map(roomId => inspect.hget(`gh:room:${roomId}`, 'epoch'));
  return Promise.all([...incarnations, ...epochs]);
}

/** What the processes hold and Redis does not say. */
export async function missingKeys(
  { inspect }: TestCluster,
  servers: readonly ServerProcess[],
  players: readonly PulsePlayer[],
): Promise<string[]> {
  const registered = new Set(await inspect.smembers('gh:servers'));
  const missing: string[] = [];
  for (const { id } of await Promise.all(servers.map(server => server.ready))) {
    if (!registered.has(id) || (await inspect.hexists(id, 'address')) === 0) missing.push(id);
  }
  for (const { client } of players) {
    if ((await inspect.hget(`gh:session:${client.userId}`, 'session')) !== client.sessionId) {
      missing.push(`session ${client.userId}`);
    }
  }
  return missing;
}
