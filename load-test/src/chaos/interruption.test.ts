import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Interruption } from './interruption.ts';

function watched(): { interruption: Interruption; over: [number, number][] } {
  const over: [number, number][] = [];
  return { interruption: new Interruption((atMs, tookMs) => over.push([atMs, tookMs])), over };
}

test('interruption: over when every stream is attached', () => {
  const { interruption, over } = watched();
  interruption.begin(100, ['lobby', 'room']);
  interruption.attached('room', 150);
  assert.ok(interruption.isOpen);
  interruption.attached('lobby', 400);
  assert.not(interruption.isOpen);
  assert.equal(over, [[100, 300]]);
});

test('interruption: a second loss belongs to the first', () => {
  const { interruption, over } = watched();
  interruption.begin(100, ['lobby', 'room']);
  interruption.attached('lobby', 150);
  interruption.begin(200, ['lobby', 'room']);
  interruption.attached('room', 300);
  interruption.attached('lobby', 350);
  assert.equal(over, [[100, 250]]);
});

test('interruption: an attach without a loss is none', () => {
  const { interruption, over } = watched();
  interruption.attached('room', 5);
  assert.equal(over, []);
});

test.run();
