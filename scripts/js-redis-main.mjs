// A Redis in JavaScript, for machines that have none: for trials and tests, never for production. It stands in for
// `redis-server -`: reads the same configuration from standard input, and says in the same words when it is ready.
// The only file that knows js-redis-server. Of that library the parts are used and not its server, which would listen
// on every interface.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  attachSession,
  createClusterCommands,
  createClusterPolicy,
  createRedisCommandExecutor,
  RedisClusterTopology,
  RedisServerState,
  SocketConnectionTransport,
} from 'js-redis-server/core';

const HOST = '127.0.0.1';
const LAST_SLOT = 16_383;
const COMPATIBILITY = 'redis-7.0'; // what Debian has; newer commands are not there by accident

const settings = readSettings(await text(process.stdin));
const { requirepass, port } = settings;
if (!requirepass || !port) fail('requirepass and port are needed');
const cluster = settings['cluster-enabled'] === 'yes' ? clusterOfOne(Number(port)) : {};
const state = new RedisServerState({ requirepass, compatibility: COMPATIBILITY, ...cluster.state });
const executor = createRedisCommandExecutor({ compatibility: COMPATIBILITY, ...cluster.executor });
await state.getLuaRuntime(); // else the first script waits for it

createServer(accept)
  .once('error', error => fail(error.code === 'EADDRINUSE' ? 'Address already in use' : error.message))
  .listen(Number(port), HOST, () => console.log('Ready to accept connections'));

function accept(socket) {
  socket.setNoDelay(true);
  socket.on('error', () => {}); // 'close' follows, and ends the session
  const clientAddress = `${socket.remoteAddress}:${socket.remotePort}`;
  attachSession(new SocketConnectionTransport(socket), { state, executor, clientAddress });
}

/** `name value` on each line, as in redis.conf. Those that only say what is so here anyway are not looked at. */
function readSettings(configuration) {
  const lines = configuration.split('\n').filter(line => line.trim() !== '');
  return Object.fromEntries(lines.map(line => /^(\S+) +(.*)$/.exec(line)?.slice(1) ?? fail(`bad line: ${line}`)));
}

/** A Redis Cluster of this node alone: it refuses keys that do not share a slot. */
function clusterOfOne(port) {
  const id = randomBytes(20).toString('hex');
  const topology = new RedisClusterTopology([{ id, role: 'master', host: HOST, port, slots: [[0, LAST_SLOT]] }]);
  return {
    state: { clusterTopology: topology, databaseCount: 1 },
    executor: {
      extraCommands: createClusterCommands(id),
      policies: [createClusterPolicy({ localNodeId: id, topology })],
    },
  };
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
