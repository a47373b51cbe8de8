import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { addDeliveries, type Deliveries, NO_DELIVERIES } from './delivery-checker.ts';
import { Measurements } from './measurements.ts';
import type { LoadTestOptions } from './options.ts';
import { PlayerGroup } from './player-group.ts';
import { seededRandom } from './random.ts';
import { describeProgress } from './report.ts';
import { SendSchedule } from './send-schedule.ts';
import { VirtualPlayer } from './virtual-player.ts';

const CONNECTS_AT_ONCE = 50;
const PROGRESS_INTERVAL_MS = 1000;
const DRAIN_LOOK_MS = 20;
/** Overdue messages sent before what has arrived is read: a late sender must not make receivers late too. */
const MAX_SENDS_AT_ONCE = 64;
/** Between the last player's arrival and the first message. */
const HEAD_START_MS = 100;

export interface RunResult {
  readonly measurements: Measurements;
  readonly deliveries: Deliveries;
  readonly durationMs: number;
}

/** Plays it all: connect, meet, and round after round start, speak, drain, end. Prints one line a second. */
export class Scenario {
  private readonly options: LoadTestOptions;
  private readonly print: (line: string) => void;
  private readonly measurements = new Measurements();
  private readonly players: VirtualPlayer[] = [];
  private groups: PlayerGroup[] = [];
  private deliveries = NO_DELIVERIES;

  constructor(options: LoadTestOptions, print: (line: string) => void) {
    this.options = options;
    this.print = print;
  }

  /** Rejects when a player cannot get through the flow. All connections are closed in any case. */
  async run(): Promise<RunResult> {
    const startedMs = performance.now();
    try {
      await this.connectAll();
      await Promise.all(this.groups.map(group => group.meet()));
      for (let round = 1; round <= this.options.rounds; round++) await this.playRound(round);
    } finally {
      for (const player of this.players) player.close();
    }
    const { measurements, deliveries } = this;
    return { measurements, deliveries, durationMs: Math.round(performance.now() - startedMs) };
  }

  private async connectAll(): Promise<void> {
    const { clients, rooms, urls, guest, roomClass, bytes } = this.options;
    const { measurements } = this;
    for (let from = 0; from < clients; from += CONNECTS_AT_ONCE) {
      const count = Math.min(CONNECTS_AT_ONCE, clients - from);
      const names = Array.from({ length: count }, (_, index) => `${guest}-${from + index + 1}`);
      const connecting = names.map(async guestName => {
        this.players.push(await VirtualPlayer.connect({ urls, guestName, measurements }));
      });
      await Promise.all(connecting);
    }
    this.print(`${clients} clients connected`);
    this.groups = Array.from({ length: rooms }, (_, room) => {
      const players = this.players.filter((_player, index) => index % rooms === room);
      return new PlayerGroup({ players, roomClass, payloadBytes: bytes, measurements });
    });
  }

  private async playRound(round: number): Promise<void> {
    const { rounds, duration, warmUp } = this.options;
    await Promise.all(this.groups.map(group => group.startRound(round)));
    this.print(`round ${round} of ${rounds}: all clients are in their games`);
    const startMs = performance.now() + HEAD_START_MS;
    const roundMs = (duration * 1000) / rounds;
    const warmUpMs = Math.min(warmUp * 1000, roundMs / 2);
    for (const group of this.groups) group.countLatenciesFrom(startMs + warmUpMs);
    await this.speak(startMs, startMs + roundMs);
    await this.drain();
    this.deliveries = addDeliveries(this.deliveries, this.deliveriesOfRound());
    await Promise.all(this.groups.map(group => group.endRound()));
  }

  private async speak(startMs: number, endMs: number): Promise<void> {
    const speakers = this.groups.flatMap(group => group.players.map((_, sender) => ({ group, sender })));
    const random = seededRandom(this.options.seed);
    const phases = speakers.map(() => random());
    const schedule = new SendSchedule({ startMs, endMs, ratePerSecond: this.options.rate, phases });
    let progressAtMs = startMs + PROGRESS_INTERVAL_MS;
    let sendsAtOnce = 0;
    for (let next = schedule.peek(); next !== undefined; next = schedule.peek()) {
      const nowMs = performance.now();
      if (nowMs >= progressAtMs) {
        this.print(describeProgress((nowMs - startMs) / 1000, this.deliveriesOfRound(), this.measurements));
        progressAtMs += PROGRESS_INTERVAL_MS;
      }
      if (next.plannedMs > nowMs || sendsAtOnce === MAX_SENDS_AT_ONCE) {
        await pause(Math.max(0, next.plannedMs - nowMs));
        sendsAtOnce = 0;
        continue;
      }
      sendsAtOnce++;
      schedule.take();
      this.measurements.sendLag.record(nowMs - next.plannedMs);
      const speaker = speakers[next.player];
      speaker?.group.say(speaker.sender, next.plannedMs);
    }
  }

  /** What is on its way gets a fair time to arrive. */
  private async drain(): Promise<void> {
    const deadlineMs = performance.now() + this.options.drain * 1000;
    const isSettled = (): boolean => this.groups.every(group => group.isSettled);
    while (!isSettled() && performance.now() < deadlineMs) await pause(DRAIN_LOOK_MS);
    await pause(DRAIN_LOOK_MS); // what is doubled comes last
  }

  private deliveriesOfRound(): Deliveries {
    return this.groups.map(group => group.checker.result()).reduce(addDeliveries, NO_DELIVERIES);
  }
}
