import * as assert from 'uvu/assert';
import type { LobbyNews, PulsePlayer } from './pulse-player.ts';

/** Lines of each player that `talk` says of a topic. */
const LINES = [1, 2, 3];

/** Some lines of everybody at once; resolves when all of them are answered. */
export async function talk(players: readonly PulsePlayer[], topic: string): Promise<void> {
  await Promise.all(players.flatMap(({ client }) => LINES.map(n => client.lobby.chat(`${topic} ${n}`))));
}

/** Everybody has seen the same events in the same order since the first line, each line of each topic once. */
export async function sameForAll(players: readonly PulsePlayer[], topics: readonly string[]): Promise<void> {
  const lines = players.length * topics.length * LINES.length;
  const seen = await Promise.all(
    players.map(async ({ lobbyNews }) => {
      await lobbyNews.first(() => lobbyNews.all.filter(isChat).length >= lines);
      return lobbyNews.all.slice(lobbyNews.all.findIndex(isChat)).map(news => JSON.stringify(news));
    }),
  );
  const [first = []] = seen;
  for (const other of seen) assert.equal(other, first);
  const chats = first.filter(text => text.includes('"chat"'));
  assert.is(chats.length, lines);
  assert.is(new Set(chats).size, lines, 'one line was repeated');
}

function isChat(news: LobbyNews): boolean {
  return news.name === 'chat';
}
