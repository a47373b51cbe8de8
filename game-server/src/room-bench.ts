// What one frame costs a game server: taken, decoded, broadcast to ten players, logged, handed to a link that only counts.
// Run by hand: node --conditions=source --import tsx game-server/src/room-bench.ts
import { encodeFrame } from '@gatehouse/shared/protocol/frame';
import { bytes, defineMessages } from '@gatehouse/shared/protocol/game-messages';
import { messages as wire } from '@gatehouse/shared/protocol/messages';
import { systemClock as clock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { Acknowledger } from './acknowledger.ts';
import { ClientChannel } from './client-channel.ts';
import { GatewayLink, type RoomLink } from './gateway-link.ts';
import { LoopWatch } from './loop-watch.ts';
import { Room } from './room.ts';
import { RoomCode } from './room-code.ts';
import { ROOM_LOG_LIMITS } from './room-log.ts';
import { RoomRuntime } from './room-runtime.ts';
import { TickScheduler } from './tick-scheduler.ts';

const SAY = 0x1001;
const PLAYERS = 10;
const FRAMES = 200_000;
const ROUNDS = 5;
const messages = defineMessages({ say: bytes(SAY) });

class Repeating extends Room<typeof messages> {
  override readonly messages = messages;

  override onCreate(): void {
    this.on('say', (_player, payload) => this.broadcast('say', payload));
  }
}

const room = new RoomRuntime(
  { roomId: 'L-1', roomClass: 'repeating', lobbyRoomId: 'L', epoch: 1, reservation: '' },
  context => new Repeating(context),
  {
    clock,
    log: silentLog,
    code: new RoomCode(),
    ticks: new TickScheduler({ clock, reportLate: () => {} }),
    acknowledger: new Acknowledger(clock),
    seatHoldMs: 60_000,
    logLimits: ROOM_LOG_LIMITS,
    roomEnded: () => {},
    tellLobby: async () => 1,
    usersChanged: () => {},
  },
);
const users = Array.from({ length: PLAYERS }, (_, index) => ({ userId: `user-${index}`, name: '' }));
await room.create(undefined);
await room.admit(users.map(user => ({ user: { ...user, spectator: false, bot: false }, options: undefined })));

let sends = 0;
const count = (): void => void sends++;
const link: RoomLink = {
  sendOpened: count,
  sendClose: count,
  sendData: count,
  sendMulticast: count,
  addToGroup: count,
  sendPause: count,
  sendResume: count,
  features: 0,
  removeFromGroup: count,
  close: count,
};
const watch = new LoopWatch({
  clock,
  log: silentLog,
  intervalMs: 5000,
  confirm: async () => true,
  decided: () => {},
});
watch.start();
const gateway = new GatewayLink(link, () => watch.holds());
const channels = users.map(({ userId }, index) => {
  const channel = new ClientChannel(gateway, index + 1);
  room.open(channel, wire.LinkOpen.create({ userId, sessionId: 's', sessionEpoch: 1, first: 1 }));
  return channel;
});

let seq = 0;
for (let round = 1; round <= ROUNDS; round++) {
  const frames = Array.from({ length: FRAMES / PLAYERS }, () => encodeFrame(SAY, ++seq, new Uint8Array(64)));
  const begunMs = clock.monotonicMs();
  for (const frame of frames) {
    for (const channel of channels) channel.reader?.receive(frame);
  }
  const tookNs = (clock.monotonicMs() - begunMs) * 1e6;
  console.log(
    `round ${round}: ${Math.round(tookNs / FRAMES)} ns a frame of 64 bytes, ${sends} sends on the link so far`,
  );
}
watch.stop();
room.stop('serverStopped');
