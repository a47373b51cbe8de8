import type { LogLine } from '@gatehouse/scripts/log-line';

const ENDS = new Set(['room.ended', 'room.failed', 'room.superseded']);

/** Which game server really runs which game rooms, by what the game servers log. */
export class RunningGames {
  private readonly roomsOf = new Map<string, Set<string>>();

  observe(gameServer: string, { event, roomId }: LogLine): void {
    if (typeof roomId !== 'string') return;
    const rooms = this.roomsOf.get(gameServer) ?? new Set<string>();
    this.roomsOf.set(gameServer, rooms);
    if (event === 'room.created') rooms.add(roomId);
    else if (ENDS.has(event)) rooms.delete(roomId);
  }

  /** The process is gone, and all its games. */
  ended(gameServer: string): void {
    this.roomsOf.delete(gameServer);
  }

  /** Rooms of this server, sorted. */
  on(gameServer: string): readonly string[] {
    return [...(this.roomsOf.get(gameServer) ?? [])].sort();
  }
}
