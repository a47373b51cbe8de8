import type { ChaosPlayer } from './chaos-player.ts';

const STEP_MS = 20;
const CHAT_INTERVAL_MS = 2500;

interface Turn {
  readonly player: ChaosPlayer;
  speakAtMs: number;
  chatAtMs: number;
}

/** Lets every player speak in its game and chat (and ask its room something) less often, each at a rate and in its own time. */
export class Chatter {
  private readonly turns: readonly Turn[];
  private readonly intervalMs: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(players: readonly ChaosPlayer[], { rate, random }: { rate: number; random: () => number }) {
    this.intervalMs = 1000 / rate;
    const nowMs = performance.now();
    this.turns = players.map(player => ({
      player,
      speakAtMs: nowMs + random() * this.intervalMs,
      chatAtMs: nowMs + random() * CHAT_INTERVAL_MS,
    }));
  }

  start(): void {
    this.timer = setInterval(() => this.step(), STEP_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private step(): void {
    const nowMs = performance.now();
    for (const turn of this.turns) {
      if (turn.speakAtMs <= nowMs) {
        turn.player.speak();
        turn.speakAtMs = nextTurn(turn.speakAtMs, this.intervalMs, nowMs);
      }
      if (turn.chatAtMs <= nowMs) {
        turn.player.chat();
        turn.player.ask();
        turn.chatAtMs = nextTurn(turn.chatAtMs, CHAT_INTERVAL_MS, nowMs);
      }
    }
  }
}

/** What was missed is not made up for, and everybody keeps its own time. */
function nextTurn(atMs: number, intervalMs: number, nowMs: number): number {
  return atMs + (Math.floor((nowMs - atMs) / intervalMs) + 1) * intervalMs;
}
