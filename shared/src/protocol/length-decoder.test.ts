import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from './errors.ts';
import { LengthDecoder } from './length-decoder.ts';

const MAX_BYTES = 300;

function encode(bodies: readonly Uint8Array[]): Uint8Array {
  const parts = bodies.map(body => {
    const part = Buffer.alloc(4 + body.length);
    part.writeUInt32BE(body.length);
    part.set(body, 4);
    return part;
  });
  return Buffer.concat(parts);
}

/** Feeds `stream` cut at these places and returns copies of the bodies. */
function decode(stream: Uint8Array, cuts: readonly number[], decoder = new LengthDecoder({ maxBytes: MAX_BYTES })) {
  const bodies: number[][] = [];
  const ends = [...new Set(cuts)].filter(cut => cut <= stream.length).sort((a, b) => a - b);
  let at = 0;
  for (const end of [...ends, stream.length]) {
    decoder.push(stream.slice(at, end), (bytes, from, to) => {
      bodies.push([...bytes.subarray(from, to)]);
      return true;
    });
    at = end;
  }
  return bodies;
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof GatehouseError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

test('length decoder: any split of any bodies gives the same bodies', () => {
  const body = fc.uint8Array({ maxLength: MAX_BYTES });
  const cuts = fc.array(fc.nat({ max: 2000 }), { maxLength: 30 });
  fc.assert(
    fc.property(fc.array(body, { maxLength: 8 }), cuts, (bodies, cuts) => {
      assert.equal(
        decode(encode(bodies), cuts),
        bodies.map(body => [...body]),
      );
    }),
  );
});

test('length decoder: cut at every byte', () => {
  const bodies = [Uint8Array.of(), Uint8Array.of(1), new Uint8Array(MAX_BYTES).fill(2), Uint8Array.of()];
  const stream = encode(bodies);
  const everywhere = Array.from({ length: stream.length }, (_, at) => at);
  const expected = bodies.map(body => [...body]);
  assert.equal(decode(stream, everywhere), expected);
  for (const cut of everywhere) assert.equal(decode(stream, [cut]), expected, `cut at ${cut}`);
});

test('length decoder: a body of no bytes arrives with its length', () => {
  assert.equal(decode(encode([Uint8Array.of()]), []), [[]]);
  assert.equal(decode(encode([Uint8Array.of()]), [1, 2, 3]), [[]]);
});

test('length decoder: a body that lies whole in a chunk is not copied', () => {
  const stream = encode([Uint8Array.of(1, 2)]);
  new LengthDecoder({ maxBytes: 2 }).push(stream, bytes => {
    assert.is(bytes, stream);
    return true;
  });
});

test('length decoder: the largest body passes, one byte more is refused at its length', () => {
  assert.is(decode(encode([new Uint8Array(MAX_BYTES)]), [5]).length, 1);
  const claim = encode([new Uint8Array(MAX_BYTES + 1)]).subarray(0, 4);
  assert.is(
    codeOf(() => decode(claim, [1, 2, 3])),
    'FRAME_TOO_LARGE',
  );
  assert.is(
    codeOf(() => decode(Uint8Array.of(0xff, 0xff, 0xff, 0xff), [])),
    'FRAME_TOO_LARGE',
  );
});

test('length decoder: bodies before an oversize claim are delivered', () => {
  const received: number[] = [];
  const stream = Buffer.concat([encode([Uint8Array.of(7)]), Uint8Array.of(1, 0, 0, 0)]);
  const decoder = new LengthDecoder({ maxBytes: MAX_BYTES });
  const code = codeOf(() =>
    decoder.push(stream, (bytes, from) => {
      received.push(bytes[from] ?? -1);
      return true;
    }),
  );
  assert.is(code, 'FRAME_TOO_LARGE');
  assert.equal(received, [7]);
});

test('length decoder: a new limit holds for the next length, in the same chunk too', () => {
  const decoder = new LengthDecoder({ maxBytes: 1 });
  const lengths: number[] = [];
  decoder.push(encode([Uint8Array.of(1), new Uint8Array(9)]), (_bytes, from, to) => {
    lengths.push(to - from);
    decoder.setLimit(9);
    return true;
  });
  assert.equal(lengths, [1, 9]);
});

test('length decoder: stops when the receiver says so', () => {
  let calls = 0;
  new LengthDecoder({ maxBytes: 9 }).push(encode([Uint8Array.of(1), Uint8Array.of(2)]), () => {
    calls++;
    return false;
  });
  assert.is(calls, 1);
});

test('length decoder: a length alone keeps no memory for its body', () => {
  const decoder = new LengthDecoder({ maxBytes: 0xffffffff });
  decoder.push(Uint8Array.of(0xff, 0xff, 0xff, 0xff), () => true); // 4 GiB would not go unnoticed
});

test.run();
