import { setTimeout as pause } from 'node:timers/promises';
import { ChatMeter } from './chat-meter.ts';
import type { Playground } from './playground.ts';
import { RecoveryMeter } from './recovery-meter.ts';

const LOOK_MS = 50;
/** Gateways and Redis are asked, which is work for them, so not as often. */
const ASK_MS = 300;

export type Converged =
  /** `waitedFor`: what was not as it should be at the last look but one. */
  | { readonly kind: 'converged'; readonly tookMs: number; readonly waitedFor: readonly string[] }
  | { readonly kind: 'late'; readonly tookMs: number; readonly problems: readonly string[] };

/**
 * Waits until every process is up and linked, every player is attached, hears everybody of its party and their chat, has
 * one session and a route, and Redis knows the games that run. Everything is looked at from now on.
 */
export async function converge(ground: Playground, limitMs: number): Promise<Converged> {
  const startedMs = performance.now();
  const tookMs = (): number => performance.now() - startedMs;
  const games = new RecoveryMeter(ground.parties);
  const chat = new ChatMeter(ground.parties, ground.book);
  let problems: readonly string[] = [];
  while (tookMs() < limitMs) {
    await pause(LOOK_MS);
    games.look();
    const waitedFor = problems;
    problems = [...games.problems(), ...chat.problems(), ...playerProblems(ground)];
    if (problems.length > 0) continue;
    problems = [
      ...(await ground.view.clusterProblems()),
      ...(await ground.view.recordProblems(ground.userIds)),
      ...sessionProblems(ground),
    ];
    if (problems.length === 0) return { kind: 'converged', tookMs: tookMs(), waitedFor };
    await pause(ASK_MS);
  }
  return { kind: 'late', tookMs: tookMs(), problems };
}

function playerProblems({ players }: Playground): string[] {
  return players.filter(({ isAttached }) => !isAttached).map(({ userId }) => `${userId} is not attached`);
}

function sessionProblems({ sessions }: Playground): string[] {
  return sessions.doubled().map(({ userId, gateways }) => `${userId} has sessions on ${gateways.join(' and ')}`);
}
