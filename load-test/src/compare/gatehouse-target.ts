import { randomBytes } from 'node:crypto';
import { provideRedis } from '@gatehouse/scripts/redis-provider';
import type { ServerProcess, ServerRole } from '@gatehouse/scripts/server-process';
import { Guest } from './guest.ts';
import { killServer, portOf, startNodeServer } from './node-server.ts';
import type { ConnectionListener, RawConnection } from './raw-connection.ts';
import type { Purpose, RunningTarget, Target, TargetProcess } from './target.ts';
import { ROOM_SIZE } from './workloads.ts';

const ROOM_CLASS = 'echo';
const LINK_TIMEOUT_MS = 30_000;

/** One gateway and one game server; a lobby server and a private Redis bring clients together and are not counted. */
export function gatehouseTarget(say: (line: string) => void): Target {
  return { name: 'gatehouse', start: purpose => startGatehouse(purpose, say) };
}

async function startGatehouse(purpose: Purpose, say: (line: string) => void): Promise<RunningTarget> {
  const redis = await provideRedis({ ...process.env, REDIS_URL: undefined }, say);
  const env = {
    REDIS_URL: redis.url,
    CLUSTER_SECRET: randomBytes(32).toString('hex'),
    ALLOW_GUESTS: '1',
    GATEWAY_WS_PORT: '0',
    GATEWAY_TCP_PORT: '0',
    GATEWAY_ADMIN_PORT: '0',
    HEARTBEAT_MS: '60000', // idle clients of this comparison do not speak
    SEAT_HOLD_MS: '5000', // who has been measured is soon forgotten
  };
  const start = (role: ServerRole): ServerProcess => startNodeServer({ role, name: role, env }, purpose);
  const [gateway, gameServer, lobbyServer] = [start('gateway'), start('game-server'), start('lobby-server')];
  const servers = [gateway, gameServer, lobbyServer];
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map(killServer));
    await redis.stop();
  };
  try {
    const [{ address }] = await Promise.all([gateway.ready, gameServer.ready, lobbyServer.ready]);
    await Promise.all([linked(gateway, gameServer), linked(gateway, lobbyServer)]);
    const port = portOf(address);
    return {
      processes: [
        counted('gateway', gateway, true),
        counted('game-server', gameServer, true),
        counted('lobby-server', lobbyServer, false),
      ],
      enter: (count, listenerOf) => enterRooms(port, count, listenerOf),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function counted(name: string, server: ServerProcess, isCounted: boolean): TargetProcess {
  return { name, pid: server.pid, counted: isCounted, runtime: 'node' };
}

async function linked(gateway: ServerProcess, backend: ServerProcess): Promise<void> {
  const { id } = await backend.ready;
  await gateway.waitForEvent('link.opened', line => line.peer === id, { timeoutMs: LINK_TIMEOUT_MS });
}

/** One room after the other: all at once would be a load of its own, and none that is measured. */
async function enterRooms(
  port: number,
  count: number,
  listenerOf: (client: number) => ConnectionListener,
): Promise<RawConnection[]> {
  const guests: Guest[] = [];
  try {
    const connections: RawConnection[] = [];
    for (let first = 0; first < count; first += ROOM_SIZE) {
      const size = Math.min(ROOM_SIZE, count - first);
      for (const connection of await enterRoom(port, first, size, guests)) {
        connection.listener = listenerOf(connections.length);
        connections.push(connection);
      }
    }
    return connections;
  } catch (error) {
    for (const guest of guests) guest.close();
    throw error;
  }
}

/** Adds everybody it connects to `guests`, also when it fails later. */
async function enterRoom(port: number, first: number, size: number, guests: Guest[]): Promise<RawConnection[]> {
  const names = Array.from({ length: size }, (_, index) => `guest-${first + index}`);
  const opening = names.map(async name => {
    const guest = await Guest.open(port, name);
    guests.push(guest);
    return guest;
  });
  const [host, ...others] = await Promise.all(opening);
  if (host === undefined) return [];
  const lobbyRoomId = await host.createLobbyRoom(ROOM_CLASS, size);
  await Promise.all(others.map(guest => guest.joinLobbyRoom(lobbyRoomId)));
  await host.startGame();
  return Promise.all([host, ...others].map(guest => guest.enterGame()));
}
