import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from './errors.ts';
import { framePayload, frameType, MAX_CLIENT_FRAME_BYTES } from './frame.ts';
import {
  bytes,
  defineMessages,
  message,
  type NameOf,
  type PayloadOf,
  request,
  type SentPayloadOf,
} from './game-messages.ts';
import { messages as wire } from './messages.ts';
import { json, protobuf } from './payload-codecs.ts';

interface Move {
  x: number;
  y: number;
}

interface Offer {
  item: string;
}

function checkMove(value: unknown): Move {
  const { x, y } = value as Partial<Move>;
  if (typeof x !== 'number' || typeof y !== 'number') throw new Error('x and y must be numbers');
  return { x, y };
}

const messages = defineMessages({
  move: message(0x1001, json<Move>()),
  checked: message(0x1002, json(checkMove)),
  mark: message(0x1003, protobuf(wire.Mark)),
  raw: bytes(0xffff),
  trade: request(0x1004, json<Offer>(), json<{ accepted: boolean }>()),
});

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof GatehouseError ? error.message : String(error);
  }
  return 'nothing thrown';
}

function roundTrip<N extends NameOf<typeof messages>>(name: N, payload: SentPayloadOf<typeof messages, N>): unknown {
  const frame = messages.encode(name, payload, MAX_CLIENT_FRAME_BYTES);
  assert.is(messages.nameOf(frameType(frame)), name);
  return messages.decode(name, framePayload(frame));
}

test('every codec gives back what it was given', () => {
  const property = fc.property(fc.integer(), fc.integer(), fc.uint8Array(), (x, y, raw) => {
    assert.equal(roundTrip('move', { x, y }), { x, y });
    assert.equal(roundTrip('checked', { x, y }), { x, y });
    assert.equal(roundTrip('raw', raw), raw);
  });
  void fc.assert(property); // synchronous: it throws
  const mark = roundTrip('mark', { epoch: 2 ** 52, number: 7 }) as { epoch: number; number: number };
  assert.equal([mark.epoch, mark.number], [2 ** 52, 7]);
});

const unreadable: [name: NameOf<typeof messages>, payload: Uint8Array][] = [
  ['move', Uint8Array.of()],
  ['move', new TextEncoder().encode('{')],
  ['move', Uint8Array.of(0x22, 0xff, 0x22)], // not UTF-8
  ['checked', new TextEncoder().encode('{"x":1}')],
  ['checked', new TextEncoder().encode('null')],
  ['mark', Uint8Array.of(0xff)],
];
for (const [name, payload] of unreadable) {
  test(`${name} of bytes ${payload.join(',')} is BAD_FRAME`, () => {
    assert.match(
      codeOf(() => messages.decode(name, payload)),
      /^BAD_FRAME: .*message/,
    );
  });
}

test('a decoded payload shares no memory with the frame', () => {
  const frame = Uint8Array.of(1, 2, 3);
  const payload = messages.decode('raw', frame);
  frame.fill(9);
  assert.equal(payload, Uint8Array.of(1, 2, 3));
});

test('a frame has room for its header and a bounded payload', () => {
  assert.is(messages.encode('raw', new Uint8Array(10), 16).length, 16);
  assert.match(
    codeOf(() => messages.encode('raw', new Uint8Array(11), 16)),
    /^FRAME_TOO_LARGE: .*message raw/,
  );
});

for (const [type, shown] of [
  [0x0fff, '0xfff'],
  [0x10000, '0x10000'],
  [4096.5, '0x1000.8'],
] as const) {
  test(`type ${shown} is refused with the rule`, () => {
    assert.match(
      codeOf(() => defineMessages({ low: bytes(type) })),
      /from 0x1000 to 0xffff \(message low, type 0x/,
    );
  });
}

test('two messages of one type are refused by both names', () => {
  const text = codeOf(() => defineMessages({ one: bytes(0x1000), two: bytes(0x1000) }));
  assert.match(text, /type of its own.*message two, type 0x1000, alreadyUsedBy one/);
});

test('a request is a frame of its own type; its answer is bytes for a reply', () => {
  const frame = messages.encode('trade', { item: 'axe' }, MAX_CLIENT_FRAME_BYTES);
  assert.is(messages.nameOf(frameType(frame)), 'trade');
  assert.equal(messages.decode('trade', framePayload(frame)), { item: 'axe' });
  const answer = messages.encodeAnswer('trade', { accepted: true });
  assert.equal(messages.decodeAnswer('trade', answer), { accepted: true });
  assert.match(
    codeOf(() => messages.decodeAnswer('trade', Uint8Array.of(0xff))),
    /^BAD_FRAME: .*message trade/,
  );
  assert.match(
    codeOf(() => messages.encodeAnswer('move' as 'trade', { accepted: true })),
    /^BAD_MESSAGES: .*message move/,
  );
});

test('a type of another game has no name', () => assert.is(messages.nameOf(0x2000), undefined));

/** Never run: a wrong name or payload must not compile. */
export function mustNotCompile(): void {
  messages.encode('move', { x: 1, y: 2 }, 100);
  messages.encode('mark', { epoch: 1, number: 2 }, 100);
  // @ts-expect-error y is missing
  messages.encode('move', { x: 1 }, 100);
  // @ts-expect-error no such message
  messages.encode('mvoe', { x: 1, y: 2 }, 100);
  // @ts-expect-error not bytes
  messages.encode('raw', 'text', 100);
  // @ts-expect-error a number, not a text
  const text: string = messages.decode('move', new Uint8Array()).x;
  const payload: PayloadOf<typeof messages, 'raw'> = new Uint8Array();
  // @ts-expect-error a request's ask
  messages.encode('trade', { price: 1 }, 100);
  // @ts-expect-error a request's answer
  messages.encodeAnswer('trade', { accepted: 'yes' });
  // @ts-expect-error messages have no answer
  messages.encodeAnswer('move', { x: 1, y: 2 });
  // @ts-expect-error a request is no message
  const name: NameOf<typeof messages> = 'trade';
  void [text, payload, name];
}

test.run();
