import { type Player, Room } from '@gatehouse/game-server';
import { arenaState, messages } from './messages.ts';
import { World } from './world.ts';

const BOTS = ['Ada', 'Grace', 'Linus'];

/** Bots and players chase coins. Positions are volatile: the next ones replace them. Who scored is never lost. */
export class Arena extends Room<typeof messages> {
  override readonly messages = messages;
  override readonly maxPlayers = 8;
  override readonly tickHz = 20;
  private readonly world = new World();

  override onCreate(): void {
    for (const name of BOTS) this.world.add({ id: `bot:${name}`, name, isBot: true });
    this.on('steer', (player, direction) => this.world.steer(player.userId, direction));
  }

  override onJoin({ userId, name }: Player): void {
    this.broadcast('arrived', this.world.add({ id: userId, name, isBot: false }));
  }

  override onAway({ userId }: Player): void {
    this.world.steer(userId, { x: 0, y: 0 });
  }

  override onLeave({ userId }: Player): void {
    this.world.remove(userId);
    this.broadcast('gone', userId);
  }

  override tick(deltaMs: number): void {
    for (const pickUp of this.world.step(deltaMs)) this.broadcast('pickedUp', pickUp);
    this.broadcast('positions', this.world.positions(), { volatile: true });
  }

  override snapshot(): Uint8Array {
    return arenaState.encode(this.world.state());
  }
}
