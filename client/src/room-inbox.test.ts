import { bytes, defineMessages, message } from '@gatehouse/shared/protocol/game-messages';
import { json } from '@gatehouse/shared/protocol/payload-codecs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HELD_ENTRY_BYTES, MAX_HELD_BYTES, type RoomEnd, RoomInbox } from './room-inbox.ts';

const SAY = 0x1001;
const HIT = 0x1002;
const gameMessages = defineMessages({ say: message(SAY, json<string>()), hit: bytes(HIT) });
const saying = (text: string) => new TextEncoder().encode(JSON.stringify(text));
const ended: RoomEnd = { why: 'ended', result: new Uint8Array(0), error: undefined };

test('inbox: what came first is held for the code that awaited the room', async () => {
  const inbox = new RoomInbox(gameMessages);
  const heard: unknown[] = [];
  inbox.takeSnapshot(new Uint8Array([1]));
  inbox.takeMessage(SAY, saying('one'));
  inbox.takeMessage(HIT, new Uint8Array([2]));
  inbox.listen('say', text => heard.push(text));
  inbox.listen('hit', payload => heard.push(payload)); // later in the same code: hears the first hit too
  inbox.takeMessage(SAY, saying('two'));
  assert.equal(heard, []);
  await Promise.resolve();
  inbox.takeMessage(SAY, saying('three'));
  assert.equal(heard, ['one', new Uint8Array([2]), 'two', 'three']);
});

test('inbox: nothing is held for ever', () => {
  const inbox = new RoomInbox(gameMessages);
  const heard: unknown[] = [];
  inbox.events.on('snapshot', () => heard.push('snapshot'));
  inbox.takeMessage(HIT, new Uint8Array(MAX_HELD_BYTES));
  inbox.takeSnapshot(new Uint8Array(1));
  assert.equal(heard, ['snapshot']);
});

test('inbox: messages without a payload are not held for ever either', () => {
  const inbox = new RoomInbox(gameMessages);
  const heard: unknown[] = [];
  inbox.events.on('snapshot', () => heard.push('snapshot'));
  for (let held = 0; held <= MAX_HELD_BYTES; held += HELD_ENTRY_BYTES) inbox.takeMessage(HIT, new Uint8Array(0));
  inbox.takeSnapshot(new Uint8Array(0));
  assert.equal(heard, ['snapshot']);
});

test('inbox: a listener may stop; one that throws does not stop the others', async () => {
  const inbox = new RoomInbox(gameMessages);
  const heard: unknown[] = [];
  const uncaught = new Promise(resolve => process.once('uncaughtException', resolve));
  const stopThrowing = inbox.listen('say', () => {
    throw new Error('of the game');
  });
  const stop = inbox.listen('say', text => heard.push(text));
  await Promise.resolve();
  inbox.takeMessage(SAY, saying('one'));
  stop();
  stopThrowing();
  inbox.takeMessage(SAY, saying('two'));
  assert.equal(heard, ['one']);
  assert.match(String(await uncaught), 'of the game');
});

test('inbox: what cannot be read is an error, unknown messages are none', async () => {
  const inbox = new RoomInbox(gameMessages);
  const errors: string[] = [];
  inbox.events.on('error', error => errors.push(error.code));
  inbox.listen('say', () => {});
  await Promise.resolve();
  inbox.takeMessage(SAY, new Uint8Array([0x7b]));
  inbox.takeMessage(0x1fff, new Uint8Array(1));
  assert.equal(errors, ['BAD_FRAME']);
});

test('inbox: the first end counts and comes after all that was held', () => {
  const inbox = new RoomInbox(gameMessages);
  const heard: unknown[] = [];
  inbox.listen('say', text => heard.push(text));
  inbox.events.on('ended', end => heard.push(end.why));
  inbox.takeMessage(SAY, saying('last words'));
  inbox.takeEnd(ended);
  inbox.takeEnd({ ...ended, why: 'closed' });
  assert.equal(heard, ['last words', 'ended']);
  assert.is(inbox.end?.why, 'ended');
});

test.run();
