import { setTimeout as pause } from 'node:timers/promises';
import { SABOTAGES, type Sabotage } from './chaos-messages.ts';
import type { DeliveryTotals } from './delivery-totals.ts';
import type { Playground } from './playground.ts';

const PROOF_LIMIT_MS = 20_000;
const LOOK_MS = 20;

const FOUND_BY: Readonly<Record<Sabotage, 'lost' | 'doubled' | 'reordered'>> = {
  loss: 'lost',
  doubling: 'doubled',
  reordering: 'reordered',
};

/**
 * The first party's room does each thing wrong once, with one line of its leader, and ends. Everybody in it must find it,
 * once, and the leader's private answer too. Returns what was found instead. That room does not count.
 */
export async function proofFailures({ parties, book }: Playground): Promise<string[]> {
  const [party] = parties;
  const game = party?.leader.game;
  if (party === undefined || game === undefined) return ['nobody plays'];
  const { roomId } = game.room;
  book.excuseRoom(roomId);
  const found = () => book.room(roomId).totals();
  const failures: string[] = [];
  const wanted = party.players.length + 1;
  for (const how of SABOTAGES) {
    const before = found();
    party.leader.sabotage(how);
    await until(() => difference(found(), before)[FOUND_BY[how]] >= wanted);
    await pause(LOOK_MS);
    const counted = difference(found(), before);
    const expected = { lost: 0, doubled: 0, reordered: 0, [FOUND_BY[how]]: wanted };
    if (JSON.stringify(counted) !== JSON.stringify(expected)) {
      failures.push(`${how}: found ${JSON.stringify(counted)} instead of ${JSON.stringify(expected)}`);
    }
  }
  party.leader.finish();
  await until(() => party.gameRoomId !== undefined && party.gameRoomId !== roomId);
  return failures;
}

function difference(after: DeliveryTotals, before: DeliveryTotals) {
  return {
    lost: after.lost - before.lost,
    doubled: after.doubled - before.doubled,
    reordered: after.reordered - before.reordered,
  };
}

/** Or for a while. */
async function until(fits: () => boolean): Promise<void> {
  const giveUpAtMs = performance.now() + PROOF_LIMIT_MS;
  while (!fits() && performance.now() < giveUpAtMs) await pause(LOOK_MS);
}
