import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SLAB_BYTES } from './slab.ts';
import { type OutputSocket, TurnFlusher, TurnOutput } from './turn-output.ts';

/** A kernel that takes all at once, or nothing until it is asked to: then the bytes are only read at that time. */
class FakeSocket implements OutputSocket {
  writable = true;
  slow = false;
  /** Calls that reach the kernel: what is written while corked is one. */
  writes = 0;
  private corked = false;
  private readonly held: Uint8Array[] = [];
  private readonly taken: Buffer[] = [];

  get writableLength(): number {
    return this.held.reduce((sum, bytes) => sum + bytes.length, 0);
  }

  write(bytes: Uint8Array): boolean {
    if (!this.corked) this.writes++;
    this.held.push(bytes);
    if (!this.slow && !this.corked) this.take();
    return !this.slow;
  }

  cork(): void {
    this.corked = true;
  }

  uncork(): void {
    this.corked = false;
    this.writes++;
    if (!this.slow) this.take();
  }

  take(): void {
    for (const bytes of this.held) this.taken.push(Buffer.from(bytes));
    this.held.length = 0;
  }

  /** The memory behind what is held: what the socket keeps alive. */
  heldMemoryBytes(): number {
    return this.held.reduce((sum, bytes) => sum + bytes.buffer.byteLength, 0);
  }

  all(): Buffer {
    return Buffer.concat(this.taken);
  }
}

function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

test('turn output: what one turn writes leaves in one write, in order', async () => {
  const socket = new FakeSocket();
  const output = new TurnOutput(socket, new TurnFlusher());
  output.write(Buffer.from('one '));
  output.write(Buffer.from('two '));
  output.reserved[output.reserve(1)] = 0x33;
  output.write(Buffer.from(' four'));
  assert.is(output.bufferedBytes, 14);
  assert.is(socket.writes, 0);
  await turn();
  assert.is(socket.all().toString(), 'one two 3 four');
  assert.is(socket.writes, 1);
  assert.is(output.bufferedBytes, 0);
});

test('turn output: more than a slab still leaves in one write', async () => {
  const socket = new FakeSocket();
  const output = new TurnOutput(socket, new TurnFlusher());
  const parts = [40_000, 40_000, 200_000, 10].map((length, n) => Buffer.alloc(length, n + 1));
  for (const part of parts) output.write(part);
  await turn();
  assert.ok(socket.all().equals(Buffer.concat(parts)));
  assert.is(socket.writes, 1);
});

test('turn output: each turn has its own write', async () => {
  const socket = new FakeSocket();
  const output = new TurnOutput(socket, new TurnFlusher());
  for (const text of ['a', 'b', 'c']) {
    output.write(Buffer.from(text));
    await turn();
  }
  assert.is(socket.writes, 3);
  assert.is(socket.all().toString(), 'abc');
});

test('turn output: flushNow does not wait, and the turn then has nothing more to send', async () => {
  const socket = new FakeSocket();
  const output = new TurnOutput(socket, new TurnFlusher());
  output.write(Buffer.from('goodbye'));
  output.flushNow();
  assert.is(socket.all().toString(), 'goodbye');
  output.flushNow();
  await turn();
  assert.is(socket.writes, 1);
});

test('turn output: bytes for a socket that has ended are dropped', async () => {
  const socket = new FakeSocket();
  const output = new TurnOutput(socket, new TurnFlusher());
  output.write(Buffer.from('too late'));
  socket.writable = false;
  await turn();
  assert.is(socket.writes, 0);
  assert.is(output.bufferedBytes, 0);
});

test('turn output: bufferedBytes counts what the kernel has not taken', async () => {
  const socket = new FakeSocket();
  socket.slow = true;
  const output = new TurnOutput(socket, new TurnFlusher());
  output.write(Buffer.alloc(100));
  await turn();
  output.write(Buffer.alloc(10));
  assert.is(output.bufferedBytes, 110);
  assert.is(output.flushedBytes, 100);
});

test('turn output: while the kernel takes all, the slab is not replaced', async () => {
  const turns = new TurnFlusher();
  const outputs = Array.from({ length: 3 }, () => new TurnOutput(new FakeSocket(), turns));
  outputs[0]?.write(Buffer.alloc(1));
  const memory = turns.slab.bytes;
  await turn();
  for (let round = 0; round < 50; round++) {
    for (const output of outputs) output.write(Buffer.alloc(5000));
    await turn();
  }
  assert.is(turns.slab.bytes, memory);
});

test('turn output: a slow reader keeps alive little more than its bytes', async () => {
  const turns = new TurnFlusher();
  const slow = new FakeSocket();
  slow.slow = true;
  const slowOutput = new TurnOutput(slow, turns);
  const busyOutput = new TurnOutput(new FakeSocket(), turns);
  for (let round = 0; round < 100; round++) {
    busyOutput.write(Buffer.alloc(60_000));
    slowOutput.write(Buffer.alloc(5000));
    await turn();
  }
  assert.ok(slow.heldMemoryBytes() < slow.writableLength + 2 * SLAB_BYTES, `${slow.heldMemoryBytes()}`);
});

interface Step {
  output: number;
  verb: 'write' | 'turn' | 'flushNow' | 'take' | 'slow';
  bytes: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  output: fc.nat({ max: 2 }),
  verb: fc.constantFrom('write', 'write', 'turn', 'flushNow', 'take', 'slow'),
  bytes: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 70_000 })),
});

async function play(steps: readonly Step[]): Promise<void> {
  const turns = new TurnFlusher();
  const players = Array.from({ length: 3 }, () => {
    const socket = new FakeSocket();
    return { socket, output: new TurnOutput(socket, turns), expected: [] as Buffer[] };
  });
  for (const [n, { output, verb, bytes }] of steps.entries()) {
    const player = players[output];
    if (player === undefined) continue;
    if (verb === 'write') {
      const part = Buffer.alloc(bytes, n);
      player.output.write(part);
      player.expected.push(part);
    } else if (verb === 'turn') await turn();
    else if (verb === 'flushNow') player.output.flushNow();
    else player.socket.slow = verb === 'slow';
    if (verb === 'take') player.socket.take();
  }
  await turn();
  for (const { socket, expected } of players) {
    socket.take();
    assert.ok(socket.all().equals(Buffer.concat(expected)));
  }
}

test('turn output: whatever is slow, every socket gets its own bytes in order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), play), { numRuns: 200 });
});

test.run();
