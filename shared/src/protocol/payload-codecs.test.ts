import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { z } from 'zod';
import { GatehouseError } from './errors.ts';
import { defineMessages, message, type PayloadOf, request, type SentPayloadOf } from './game-messages.ts';
import { json } from './payload-codecs.ts';
import { InvalidPayload, MAX_ISSUES_TEXT, type StandardSchema } from './standard-schema.ts';

const messages = defineMessages({
  move: message(0x1001, json(z.object({ x: z.number().min(-1).max(1), y: z.number().default(0) }))),
  at: message(0x1002, json(z.string().transform(text => new Date(text)))),
  trade: request(0x1003, json(z.object({ item: z.string() })), json(z.object({ accepted: z.boolean() }))),
});

function refusal(name: 'move' | 'trade', payload: unknown): GatehouseError | undefined {
  try {
    messages.decode(name, bytesOf(payload));
  } catch (error) {
    if (error instanceof GatehouseError) return error;
    throw error;
  }
  return undefined;
}

function bytesOf(payload: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(payload));
}

test('a schema gives what it made of the payload: defaults, conversions, nothing unknown', () => {
  assert.equal(messages.decode('move', bytesOf({ x: 1, cheat: true })), { x: 1, y: 0 });
  assert.equal(messages.decode('at', bytesOf('2026-01-02')), new Date('2026-01-02'));
  assert.equal(messages.decodeAnswer('trade', bytesOf({ accepted: true })), { accepted: true });
});

const refused: [name: 'move' | 'trade', payload: unknown, reason: RegExp][] = [
  ['move', { x: 2 }, /^x: .*<=1/],
  ['move', { x: 'one', y: 'two' }, /^x: .+; y: .+/],
  ['move', null, /expected object/],
  ['trade', { item: 7 }, /^item: /],
];
for (const [name, payload, reason] of refused) {
  test(`${name} ${JSON.stringify(payload)} is BAD_FRAME and says why`, () => {
    const error = refusal(name, payload);
    assert.is(error?.code, 'BAD_FRAME');
    assert.match(String(error?.fields.reason), reason);
    assert.is(error?.fields.message, name);
  });
}

/** A schema of no library. */
function schema<T>(answer: ReturnType<StandardSchema<T>['~standard']['validate']>): StandardSchema<T> {
  return { '~standard': { version: 1, vendor: 'test', validate: () => answer } };
}

test('what is told of the faults is bounded, whatever the sender wrote', () => {
  const issues = Array.from({ length: 1000 }, (_, index) => ({
    message: 'wrong'.repeat(index),
    path: [{ key: 'list' }, index],
  }));
  assert.throws(
    () => json(schema({ issues })).decode(bytesOf(1)),
    (error: Error) => error instanceof InvalidPayload && error.message.length === MAX_ISSUES_TEXT,
  );
});

test('a schema that answers later is refused, also when it rejects', async () => {
  for (const answer of [Promise.resolve({ value: 1 }), Promise.reject(new Error('database'))]) {
    assert.throws(() => json(schema(answer)).decode(bytesOf(1)), /asynchronously/);
  }
  await Promise.resolve(); // a rejection that nobody handles would fail this file
});

test('a schema may be a function, as those of arktype are', () => {
  const callable = Object.assign(() => 'not called', schema({ value: 'read' }));
  assert.is(json(callable).decode(bytesOf(1)), 'read');
});

/** Never run: what a schema says of a type holds for who sends and for who reads. */
export function mustNotCompile(): void {
  type M = typeof messages;
  const sent: SentPayloadOf<M, 'move'> = { x: 1 }; // y is filled in
  // @ts-expect-error x is missing
  const nothing: SentPayloadOf<M, 'move'> = {};
  // @ts-expect-error y is there
  const read: PayloadOf<M, 'move'> = { x: 1 };
  messages.encode('at', '2026-01-02', 100);
  // @ts-expect-error it is sent as a text
  messages.encode('at', new Date(), 100);
  const year: number = messages.decode('at', new Uint8Array()).getFullYear();
  // @ts-expect-error accepted is no text
  messages.encodeAnswer('trade', { accepted: 'yes' });
  void [sent, nothing, read, year];
}

test.run();
