import { type Player, Room } from '@gatehouse/game-server';
import {
  type ArenaState,
  arenaResult,
  arenaState,
  messages,
  type Round,
  readArenaOptions,
  TICK_HZ,
} from './messages.ts';
import { standingsOf } from './standings.ts';
import { World } from './world.ts';

const BOTS = ['Ada', 'Grace', 'Linus'];
/** Bots come for so many runners in all, and go when players are enough. */
const COMPANY = 4;
const PODIUM_MS = 7_000;
const TELL_INTERVAL_MS = 3_000;

/** Runners chase coins, round after round. Positions are volatile: the next ones replace them. Who scored is never lost. */
export class Arena extends Room<typeof messages> {
  override readonly messages = messages;
  override readonly maxPlayers = 12;
  override readonly maxSpectators = 20;
  override readonly tickHz = TICK_HZ;
  private readonly world = new World();
  private options = readArenaOptions(undefined);
  private round: Round = { number: 1, phase: 'playing', leftMs: 0 };
  private tickNumber = 0;

  override onCreate(options: unknown): void {
    this.options = readArenaOptions(options);
    this.beginRound(1);
    this.inviteBots();
    this.every(TELL_INTERVAL_MS, () => this.tellLobby());
    this.on('steer', (player, direction) => this.world.steer(player.userId, direction));
    this.on('ping', (player, sentAt) => this.send(player, 'ping', sentAt, { volatile: true }));
  }

  override onJoin({ userId, name, bot }: Player): void {
    this.broadcast('arrived', this.world.add({ id: userId, name, isBot: bot }));
    this.inviteBots();
  }

  override onAway({ userId }: Player): void {
    this.world.steer(userId, { x: 0, y: 0 });
  }

  override onLeave({ userId }: Player): void {
    this.world.remove(userId);
    this.broadcast('gone', userId);
    this.inviteBots();
  }

  override tick(deltaMs: number): void {
    this.round = { ...this.round, leftMs: this.round.leftMs - deltaMs };
    if (this.round.leftMs <= 0) this.nextPhase();
    if (this.round.phase === 'podium') return;
    for (const pickUp of this.world.step(deltaMs)) this.broadcast('pickedUp', pickUp);
    this.broadcast('positions', { tick: ++this.tickNumber, at: this.world.positions() }, { volatile: true });
  }

  override snapshot(): Uint8Array {
    return arenaState.encode(this.state());
  }

  private nextPhase(): void {
    const { number, phase } = this.round;
    if (phase === 'podium') {
      this.world.restart();
      this.beginRound(number + 1);
    } else if (number === this.options.rounds) {
      this.end(arenaResult.encode(standingsOf(this.world.state().movers)));
    } else {
      this.round = { number, phase: 'podium', leftMs: PODIUM_MS };
      this.broadcast('stage', this.state());
    }
  }

  private beginRound(number: number): void {
    this.round = { number, phase: 'playing', leftMs: this.options.roundSeconds * 1000 };
    this.broadcast('stage', this.state());
  }

  /** What lists of arenas show of this one. */
  private tellLobby(): void {
    const [leader] = standingsOf(this.world.state().movers);
    this.setMetadata({ round: this.round.number, leader: leader?.name ?? '', best: leader?.score ?? 0 });
  }

  private inviteBots(): void {
    const wanted = Math.max(0, COMPANY - this.players.size);
    for (const [index, name] of BOTS.entries()) {
      const id = `bot:${name}`;
      if (index >= wanted && this.world.remove(id)) this.broadcast('gone', id);
      if (index < wanted && !this.world.has(id)) this.broadcast('arrived', this.world.add({ id, name, isBot: true }));
    }
  }

  private state(): ArenaState {
    return { round: this.round, ...this.world.state() };
  }
}
