// The simplest WebSocket server there is, on `ws` alone and written as its documentation shows: a message goes back to
// its sender or to everybody who came by the same path. It ends with the process that started it.
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { MESSAGE_TYPES, messageType } from './client-message.ts';

const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('connection', (socket, request) => {
  const path = request.url ?? '';
  const members = rooms.get(path) ?? new Set();
  rooms.set(path, members.add(socket));
  socket.on('close', () => members.delete(socket));
  socket.on('error', () => socket.terminate());
  socket.on('message', (data: Buffer) => {
    if (messageType(data, 0) === MESSAGE_TYPES.echo) socket.send(data);
    else for (const member of members) member.send(data);
  });
});
server.on('listening', () => {
  const { port } = server.address() as AddressInfo;
  const started = { event: 'process.started', level: 'info', id: 'plain-ws', address: `127.0.0.1:${port}` };
  process.stdout.write(`${JSON.stringify(started)}\n`);
});
process.once('disconnect', () => process.exit(0));
