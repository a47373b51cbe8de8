import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BlindGuard } from './blind-guard.ts';

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

function guardOf(count: number, isBlind = false): BlindGuard {
  const guard = new BlindGuard(isBlind);
  guard.watch(idsOf(count));
  return guard;
}

/** What each failure in a row, of one target after the other, says. */
function failAll(guard: BlindGuard, count: number): string[] {
  return idsOf(count).map((id, index) => guard.heard(id, { ok: false, atMs: 1000 + index }).kind);
}

test('blind: when all of a few fail, after the others were asked', () => {
  const guard = guardOf(5);
  const doubt = ['sees', 'sees', 'doubts', 'sees'] as const;
  assert.equal(failAll(guard, 5), [...doubt, 'blind']);
  assert.equal(guard.heard('t0', { ok: false, atMs: 2000 }).kind, 'sees');
  assert.equal(guard.heard('t1', { ok: true, atMs: 2001 }).kind, 'sees-again');
  assert.equal(guard.heard('t2', { ok: true, atMs: 2002 }).kind, 'sees');
});

test('blind: asked are those not heard of since', () => {
  const guard = guardOf(5);
  const sights = idsOf(3).map(id => guard.heard(id, { ok: false, atMs: 1 }));
  assert.equal(sights[2], { kind: 'doubts', ask: ['t3', 't4'] });
});

test('blind: since the first failure', () => {
  const guard = guardOf(3);
  guard.heard('t0', { ok: true, atMs: 1 });
  guard.heard('t0', { ok: false, atMs: 5 });
  guard.heard('t1', { ok: false, atMs: 6 });
  assert.equal(guard.heard('t2', { ok: false, atMs: 7 }), { kind: 'blind', sinceMs: 5 });
});

test('blind: one answer in between and nothing is concluded', () => {
  const guard = guardOf(5);
  failAll(guard, 4);
  assert.is(guard.heard('t4', { ok: true, atMs: 9 }).kind, 'sees');
  assert.is(guard.heard('t0', { ok: false, atMs: 10 }).kind, 'sees');
});

test('blind: nobody can tell with two targets', () => assert.equal(failAll(guardOf(2), 2), ['sees', 'sees']));

test('blind: of many a quarter', () => {
  const kinds = failAll(guardOf(200), 60);
  assert.is(kinds.indexOf('blind'), 49);
});

test('blind: one that was blind before sees again with the first answer', () => {
  assert.is(guardOf(3, true).heard('t0', { ok: true, atMs: 1 }).kind, 'sees-again');
});

test('blind: targets of others do not count', () => {
  const guard = guardOf(3);
  assert.is(guard.heard('elsewhere', { ok: false, atMs: 1 }).kind, 'sees');
});

test.run();
