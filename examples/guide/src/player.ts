import { connect } from '@gatehouse/client';
import { type Guest, messages, potatoResult, potatoState } from './messages.ts';

const [guestName = 'Ann', hat = 'crown'] = process.argv.slice(2);
const client = await connect({ urls: ['ws://127.0.0.1:7400', 'ws://127.0.0.1:7410'], guestName });
const room = await client.joinOrCreate('potato', { messages, playerOptions: { hat } });
let guests: readonly Guest[] = [];

room.onSnapshot(bytes => {
  const state = potatoState.decode(bytes);
  guests = state.guests;
  play(state.holder);
});
room.on('guests', now => {
  guests = now;
});
room.on('potato', ({ holder }) => play(holder));
room.onEnded(({ why, result }) => {
  console.log(why === 'ended' ? `${nameOf(potatoResult.decode(result).loser)} is burnt` : `the game is over: ${why}`);
  client.close();
});

/** Keeps the potato for a second, then gives it to anybody. */
function play(holder: string | undefined): void {
  console.log(holder === undefined ? 'nobody has the potato yet' : `${nameOf(holder)} has the potato`);
  if (holder === client.userId) setTimeout(passOn, 1000);
}

function passOn(): void {
  const others = guests.filter(({ userId }) => userId !== client.userId);
  const to = others[Math.floor(Math.random() * others.length)];
  if (to === undefined || room.end !== undefined) return;
  room.request('pass', to.userId).catch(error => console.log(error.message));
}

function nameOf(userId: string): string {
  return guests.find(guest => guest.userId === userId)?.name ?? 'somebody who left';
}
