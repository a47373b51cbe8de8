import { type Newcomer, type Player, RequestRefused, Room } from '@gatehouse/game-server';
import { type Guest, HATS, type Hat, messages, potatoResult, potatoState } from './messages.ts';

/** What the room knows of a player: its `player.data`. */
interface Profile {
  readonly hat: Hat;
}

const DEFAULT_FUSE_SECONDS = 20;

/** Hot potato: who holds it when the fuse is down has lost. */
export class Potato extends Room<typeof messages, Profile> {
  override readonly messages = messages;
  override readonly maxPlayers = 8;
  override readonly tickHz = 10;
  private holder: string | undefined;
  private passes = 0;
  private fuseMs = 0;

  override onCreate(options: unknown): void {
    this.fuseMs = 1000 * readFuseSeconds(options);
    this.onRequest('pass', (player, to) => this.pass(player, to));
  }

  override onAuth(_user: Newcomer, options: unknown): Profile {
    const { hat } = (options ?? {}) as { hat?: unknown };
    const known = HATS.find(name => name === (hat ?? 'bowler'));
    if (known === undefined) throw new RequestRefused('NO_SUCH_HAT', `hats: ${HATS.join(', ')}`);
    return { hat: known };
  }

  override onJoin(): void {
    this.broadcast('guests', this.guests());
    if (this.holder === undefined) this.giveToFirst();
  }

  override onLeave({ userId }: Player<Profile>): void {
    this.broadcast('guests', this.guests());
    if (this.holder === userId || this.players.size < 2) this.giveToFirst();
  }

  override tick(deltaMs: number): void {
    if (this.holder === undefined) return;
    this.fuseMs -= deltaMs;
    this.broadcast('fuse', this.fuseMs, { volatile: true }); // the next one replaces it
    if (this.fuseMs <= 0) this.end(potatoResult.encode({ loser: this.holder }));
  }

  override snapshot(): Uint8Array {
    return potatoState.encode({ guests: this.guests(), holder: this.holder, passes: this.passes });
  }

  private pass(from: Player, to: string): number {
    if (this.holder !== from.userId) throw new RequestRefused('NOT_YOURS', 'you do not have the potato');
    if (to === from.userId || !this.players.has(to)) throw new RequestRefused('NOBODY_THERE', to);
    this.passes += 1;
    this.give(to);
    return this.passes;
  }

  private giveToFirst(): void {
    const [first] = this.players.keys();
    this.give(this.players.size < 2 ? undefined : first);
  }

  private give(to: string | undefined): void {
    this.holder = to;
    this.broadcast('potato', { holder: to, passes: this.passes });
  }

  private guests(): readonly Guest[] {
    return Array.from(this.players.values(), ({ userId, name, data }) => ({ userId, name, hat: data.hat }));
  }
}

/** Options come from a player's page: what is wrong in them is left out. */
function readFuseSeconds(options: unknown): number {
  const { fuseSeconds } = (options ?? {}) as { fuseSeconds?: unknown };
  const isUsable = typeof fuseSeconds === 'number' && fuseSeconds >= 1 && fuseSeconds <= 120;
  return isUsable ? fuseSeconds : DEFAULT_FUSE_SECONDS;
}
