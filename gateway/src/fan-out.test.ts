import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ChannelOwner, FanOut, type FanOutLink } from './fan-out.ts';

const frame = (text: string) => new TextEncoder().encode(text);

function recorder(name: string, heard: string[]): ChannelOwner {
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    opened: bytes => heard.push(`${name} opened ${text(bytes)}`),
    deliver: bytes => heard.push(`${name} ${text(bytes)}`),
    closed: close => heard.push(`${name} closed ${close.code}`),
    hold: () => heard.push(`${name} hold`),
    release: () => heard.push(`${name} release`),
    detached: cause => heard.push(`${name} detached ${cause}`),
  };
}

function fixture() {
  const sent: string[] = [];
  const heard: string[] = [];
  const link: FanOutLink & { congested: boolean } = {
    congested: false,
    sendOpen: channel => sent.push(`open ${channel}`),
    sendClose: (channel, close) => sent.push(`close ${channel} ${close.code}`),
    sendData: channel => sent.push(`data ${channel}`),
  };
  const fanOut = new FanOut(link);
  return { sent, heard, link, fanOut, add: (name: string) => fanOut.open(recorder(name, heard), {}) };
}

test('fan-out: a multicast reaches the members of its group and nobody else', () => {
  const { fanOut, heard, add } = fixture();
  const [a, b] = [add('a'), add('b'), add('c')];
  fanOut.groupAdd(7, a);
  fanOut.groupAdd(7, b);
  fanOut.multicast(7, frame('one'));
  fanOut.groupRemove(7, b);
  fanOut.multicast(7, frame('two'));
  fanOut.multicast(8, frame('nobody'));
  assert.equal(heard, ['a one', 'b one', 'a two']);
});

test('fan-out: channel ids count up and are never used again', () => {
  const { fanOut, add } = fixture();
  const first = add('a');
  fanOut.close(first);
  assert.is(add('b'), first + 1);
});

test('fan-out: after close nothing of the channel reaches its owner, groups included', () => {
  const { fanOut, heard, sent, add } = fixture();
  const a = add('a');
  fanOut.groupAdd(1, a);
  fanOut.close(a);
  fanOut.close(a); // twice: nothing more
  fanOut.data(a, frame('late'));
  fanOut.multicast(1, frame('late'));
  fanOut.groupAdd(1, a);
  fanOut.multicast(1, frame('late'));
  fanOut.channelClosed(a, { code: 'ROOM_ENDED' } as gatehouse.LinkClose);
  assert.equal(heard, []);
  assert.equal(sent, ['open 1', 'close 1 CLOSED']);
});

test('fan-out: who sends into a congested link is held until it has drained, and nobody else', () => {
  const { fanOut, heard, link, add } = fixture();
  const [a, b] = [add('a'), add('b')];
  fanOut.send(a, frame('1'));
  link.congested = true;
  fanOut.send(a, frame('2'));
  fanOut.send(a, frame('3'));
  assert.equal(heard, ['a hold']);
  link.congested = false;
  fanOut.send(b, frame('4'));
  fanOut.drained();
  fanOut.drained();
  assert.equal(heard, ['a hold', 'a release']);
});

test('fan-out: a channel paused by its backend is held until both causes are gone', () => {
  const { fanOut, heard, link, add } = fixture();
  const a = add('a');
  fanOut.pause(a);
  link.congested = true;
  fanOut.send(a, frame('already read'));
  fanOut.resume(a);
  assert.equal(heard, ['a hold', 'a hold']);
  fanOut.pause(a);
  fanOut.drained();
  assert.not.ok(heard.includes('a release'));
  fanOut.resume(a);
  assert.is(heard.at(-1), 'a release');
  fanOut.pause(99);
  fanOut.resume(99);
});

test('fan-out: a lost link detaches every channel once', () => {
  const { fanOut, heard, add } = fixture();
  const a = add('a');
  add('b');
  fanOut.groupAdd(1, a);
  fanOut.detachAll('serverLost');
  fanOut.detachAll('linkLost');
  fanOut.multicast(1, frame('late'));
  assert.equal(heard, ['a detached serverLost', 'b detached serverLost']);
  assert.is(fanOut.channelCount, 0);
});

test.run();
