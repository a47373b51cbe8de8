import type { Standing } from '@gatehouse/example-arena/messages';
import { standingsOf, winnersOf } from '@gatehouse/example-arena/standings';
import { useEffect, useReducer, useState } from 'preact/hooks';
import type { ArenaSession } from '../arena-session.ts';
import { ArenaCanvas } from '../game/arena-canvas.tsx';
import { type ArenaGame, winnersText } from '../game/arena-game.ts';
import { Joystick } from '../game/joystick.tsx';
import { listenToKeys } from '../game/keyboard.ts';
import type { PageState } from '../page-state.ts';
import { Chat } from '../parts/chat.tsx';
import { StandingsList } from '../parts/standings-list.tsx';

export interface ArenaScreenProps {
  readonly session: ArenaSession;
  readonly state: PageState;
  readonly game: ArenaGame;
}

const CLOCK_INTERVAL_MS = 250;

export function ArenaScreen({ session, state, game }: ArenaScreenProps) {
  const [isChatOpen, setChatOpen] = useState(false);
  useChanges(game);
  useEffect(() => (game.isSpectator ? undefined : listenToKeys(game.steering)), [game]);
  const { view, latencyMs } = game;
  const standings = standingsOf(view.movers.values());
  return (
    <main class={`screen arena ${isChatOpen ? 'chat-open' : ''}`}>
      <header class="hud">
        <span class="round">Round {view.round.number}</span>
        <Clock game={game} />
        <span class="latency" title="From here to the game and back">
          {game.isSpectator ? 'Watching' : latencyText(latencyMs)}
        </span>
        <button
          type="button"
          class="quiet chat-toggle"
          aria-expanded={isChatOpen}
          onClick={() => setChatOpen(!isChatOpen)}
        >
          Chat
        </button>
        <button type="button" class="quiet" onClick={() => session.leave()}>
          Leave
        </button>
      </header>
      <div class="picture">
        <ArenaCanvas game={game} description={descriptionOf(game, standings)} />
        {view.round.phase === 'podium' && <Podium game={game} />}
      </div>
      <aside class="side">
        <section class="panel scores" aria-label="Scores">
          <h2>Scores</h2>
          <StandingsList standings={standings} userId={game.userId} movers={view.movers} />
        </section>
        <Chat
          lines={state.lobbyRoom?.chat ?? []}
          userId={state.userId}
          onSay={text => session.ask('', lobby => lobby.chat(text))}
        />
      </aside>
      {!game.isSpectator && (
        <footer class="controls">
          <p class="muted keys">
            <kbd>W</kbd> <kbd>A</kbd> <kbd>S</kbd> <kbd>D</kbd> or arrow keys
          </p>
          <Joystick game={game} />
        </footer>
      )}
    </main>
  );
}

function latencyText(latencyMs: number | undefined): string {
  return latencyMs === undefined ? '…' : `${Math.max(1, Math.round(latencyMs))} ms`;
}

/** The picture in words. */
function descriptionOf({ view, userId }: ArenaGame, standings: readonly Standing[]): string {
  const place = standings.findIndex(({ id }) => id === userId);
  const own = standings[place];
  const round = `Round ${view.round.number}.`;
  if (own === undefined) return round;
  return `${round} You have ${own.score} points, place ${place + 1} of ${standings.length}.`;
}

/** Draws the component again when the game says that something has changed. */
function useChanges(game: ArenaGame): void {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    game.onChange(() => drawAgain(undefined));
    return () => game.onChange(() => {});
  }, [game]);
}

function Clock({ game }: { game: ArenaGame }) {
  const secondsOf = () => Math.ceil(game.view.leftMs / 1000);
  const [seconds, setSeconds] = useState(secondsOf);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.ceil(game.view.leftMs / 1000)), CLOCK_INTERVAL_MS);
    return () => clearInterval(timer);
  }, [game]);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const isUrgent = game.view.round.phase === 'playing' && seconds <= 10;
  return (
    <time class={`clock ${isUrgent ? 'urgent' : ''}`} role="timer" aria-label="Time left">
      {text}
    </time>
  );
}

/** Between two rounds. */
function Podium({ game }: { game: ArenaGame }) {
  const standings = standingsOf(game.view.movers.values());
  return (
    <section class="podium panel" aria-label="Result of the round">
      <p class="muted">Round {game.view.round.number}</p>
      <h2>{winnersText(winnersOf(standings))}</h2>
      <StandingsList standings={standings.slice(0, 3)} userId={game.userId} movers={game.view.movers} />
      <p class="muted">The next round begins in a moment.</p>
    </section>
  );
}
