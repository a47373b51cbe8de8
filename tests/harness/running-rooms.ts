import type { ServerProcess } from '@gatehouse/scripts/server-process';
import type { TestCluster } from './test-cluster.ts';

/** Where Redis and a game server do not agree about the rooms that run there; empty: they do. */
export async function disagreements(cluster: TestCluster, servers: readonly ServerProcess[]): Promise<string[]> {
  const all = await Promise.all(servers.map(server => disagreement(cluster, server)));
  return all.flat();
}

async function disagreement({ inspect }: TestCluster, server: ServerProcess): Promise<string[]> {
  const { id } = await server.ready;
  const running = runningIn(server);
  const listed = (await inspect.smembers(`gh:rooms:${id}`)).sort();
  const games = Number(await inspect.hget(id, 'games'));
  const wrong = games === running.length ? [] : [`${id} reports ${games} games and runs ${running.length}`];
  if (listed.join() !== running.join()) wrong.push(`${id} is to run ${listed} and runs ${running}`);
  for (const roomId of running) {
    const { state, server: owner } = await inspect.hgetall(`gh:room:${roomId}`);
    if (state !== 'running' || owner !== id) wrong.push(`${roomId} runs on ${id}, and is ${state} on ${owner}`);
  }
  return wrong;
}

/** Ids of the rooms that a server has created and not ended, by its log. */
function runningIn({ lines }: ServerProcess): string[] {
  const running = new Set<string>();
  for (const { event, roomId } of lines) {
    if (event === 'room.created') running.add(String(roomId));
    else if (event === 'room.ended' || event === 'room.superseded') running.delete(String(roomId));
  }
  return [...running].sort();
}
