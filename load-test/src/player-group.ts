import { performance } from 'node:perf_hooks';
import { DeliveryChecker } from './delivery-checker.ts';
import type { Measurements } from './measurements.ts';
import { encodeSaid, type Said } from './say-payload.ts';
import type { VirtualPlayer } from './virtual-player.ts';

export interface GroupOptions {
  /** The first one is the host. */
  readonly players: readonly VirtualPlayer[];
  readonly roomClass: string;
  readonly payloadBytes: number;
  readonly measurements: Measurements;
}

/** The players of one lobby room, through all its games. */
export class PlayerGroup {
  readonly players: readonly VirtualPlayer[];
  private readonly options: GroupOptions;
  private currentChecker = new DeliveryChecker(0);
  private round = 0;
  private countFromMs = 0;

  constructor(options: GroupOptions) {
    this.options = options;
    this.players = options.players;
  }

  /** Of the newest round. */
  get checker(): DeliveryChecker {
    return this.currentChecker;
  }

  /** Nothing more of this round is to be expected. */
  get isSettled(): boolean {
    return this.currentChecker.isComplete || this.host().end !== undefined;
  }

  /** The host makes a lobby room, the others join it. */
  async meet(): Promise<void> {
    const { roomClass } = this.options;
    const lobbyRoom = await this.host().client.lobby.create(roomClass, { maxMembers: this.players.length });
    for (const guest of this.guests()) await guest.client.lobby.join(lobbyRoom.id);
  }

  /** All get ready, the host starts, and everybody enters the game. */
  async startRound(round: number): Promise<void> {
    this.round = round;
    const checker = new DeliveryChecker(this.players.length);
    this.currentChecker = checker;
    await Promise.all(this.guests().map(guest => guest.client.lobby.ready(true)));
    const startedMs = performance.now();
    const entered = this.players.map(async (player, receiver) => {
      await player.enter(said => this.hear(checker, receiver, said));
      this.options.measurements.enter.record(performance.now() - startedMs);
    });
    await Promise.all([this.host().client.lobby.start(), ...entered]);
  }

  /** Latencies count for messages planned from then on. */
  countLatenciesFrom(instantMs: number): void {
    this.countFromMs = instantMs;
  }

  say(sender: number, plannedMs: number): void {
    const n = this.currentChecker.nextNumber(sender);
    this.players[sender]?.say(encodeSaid({ sender, n, round: this.round, plannedMs }, this.options.payloadBytes));
  }

  /** The game ends, and all are back in their lobby room. */
  async endRound(): Promise<void> {
    const { measurements } = this.options;
    if (this.host().end === undefined) this.host().finish();
    else measurements.roomsEndedEarly++;
    await Promise.all(this.players.map(player => player.whenEnded()));
    await Promise.all(this.players.map(player => player.whenWaiting()));
  }

  private hear(checker: DeliveryChecker, receiver: number, { sender, n, round, plannedMs }: Said): void {
    checker.received(receiver, sender, round === this.round ? n : 0); // 0: nobody sent it, not in this round
    if (plannedMs >= this.countFromMs) this.options.measurements.message.record(performance.now() - plannedMs);
  }

  private host(): VirtualPlayer {
    const [host] = this.players;
    if (host === undefined) throw new Error('a group has at least one player');
    return host;
  }

  private guests(): readonly VirtualPlayer[] {
    return this.players.slice(1);
  }
}
