import { createInterface } from 'node:readline';
import { readOptions } from '../options.ts';
import { ChatClient } from './chat-client.ts';

// A chat in the terminal: each line typed is said to all. node --import tsx examples/heartbeat-server/src/client/main.ts
const { gateways, token } = readOptions(process.env);
const client = new ChatClient({
  gateways,
  token,
  onConnected: address => process.stdout.write(`connected ${address}\n`),
  onLine: line => process.stdout.write(`heard ${line}\n`),
});
createInterface(process.stdin).on('line', line => {
  if (!client.say(line)) process.stdout.write('not connected\n');
});
process.once('SIGTERM', () => process.exit(0));
await client.run();
