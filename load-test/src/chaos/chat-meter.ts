import type { Party } from './party.ts';
import type { RunBook } from './run-book.ts';

/** Whether chat reaches everybody: each player hears a line after this meter was made. */
export class ChatMeter {
  private readonly parties: readonly Party[];
  private readonly book: RunBook;
  private readonly before = new Map<string, number>(); // by lobby room and listener: the sum of what it had heard

  constructor(parties: readonly Party[], book: RunBook) {
    this.parties = parties;
    this.book = book;
    for (const party of parties) {
      const { lobbyRoomId } = party;
      if (lobbyRoomId === undefined) continue;
      for (const { userId } of party.players) this.before.set(`${lobbyRoomId} ${userId}`, this.heard(party, userId));
    }
  }

  problems(): string[] {
    return this.parties.flatMap(party => {
      const { lobbyRoomId } = party;
      if (lobbyRoomId === undefined) return [`party of ${party.leader.userId}: not all in one lobby room`];
      const deaf = party.players.filter(({ userId }) => {
        return this.heard(party, userId) <= (this.before.get(`${lobbyRoomId} ${userId}`) ?? 0);
      });
      return deaf.map(({ userId }) => `${userId} hears no chat in ${lobbyRoomId}`);
    });
  }

  private heard({ lobbyRoomId, players }: Party, userId: string): number {
    if (lobbyRoomId === undefined) return 0;
    const ledger = this.book.chat(lobbyRoomId);
    return players.reduce((sum, speaker) => sum + ledger.heardUpTo(userId, speaker.userId), 0);
  }
}
