import { ChatServer } from './chat-server.ts';
import { HeartbeatSender } from './heartbeat-sender.ts';
import { readOptions } from './options.ts';

// One chat server that gateways know by its heartbeats: node --import tsx examples/heartbeat-server/src/main.ts
const { gateways, token, port, pushIntervalMs } = readOptions(process.env);
const server = await ChatServer.start(port);
const sender = new HeartbeatSender({
  gateways,
  token,
  address: server.address,
  connectionCount: () => server.connectionCount,
  pushIntervalMs,
  onReplaced: () => {
    process.stderr.write(`another process serves ${server.address} now\n`);
    process.exit(1);
  },
});
sender.start();
process.stdout.write(`listening ${server.address}\n`);
process.once('SIGTERM', () => process.exit(0));
