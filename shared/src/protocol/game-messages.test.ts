import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from './errors.ts';
import { framePayload, frameType, MAX_CLIENT_FRAME_BYTES } from './frame.ts';
import { bytes, defineMessages, json, message, type NameOf, type PayloadOf, protobuf } from './game-messages.ts';
import { messages as wire } from './messages.ts';

interface Move {
  x: number;
  y: number;
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
});

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof GatehouseError ? error.message : String(error);
  }
  return 'nothing thrown';
}

function roundTrip<N extends NameOf<typeof messages>>(name: N, payload: PayloadOf<typeof messages, N>): unknown {
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
  void [text, payload];
}

test.run();
