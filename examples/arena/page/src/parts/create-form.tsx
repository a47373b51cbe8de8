import type { ArenaOptions } from '@gatehouse/example-arena/messages';
import { useState } from 'preact/hooks';

const ROUND_SECONDS = [15, 45, 90, 180];
const ROUNDS: readonly (number | undefined)[] = [1, 3, 5, undefined];

export function CreateForm({ isWaiting, onCreate }: { isWaiting: boolean; onCreate: (options: ArenaOptions) => void }) {
  const [roundSeconds, setRoundSeconds] = useState(90);
  const [rounds, setRounds] = useState<number | undefined>(1);
  return (
    <form
      class="create"
      onSubmit={event => {
        event.preventDefault();
        onCreate({ roundSeconds, rounds });
      }}
    >
      <div class="field">
        <label for="seconds">Round</label>
        <select
          id="seconds"
          value={roundSeconds}
          onChange={event => setRoundSeconds(Number(event.currentTarget.value))}
        >
          {ROUND_SECONDS.map(seconds => (
            <option key={seconds} value={seconds}>
              {seconds} seconds
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="rounds">Game</label>
        <select
          id="rounds"
          value={rounds ?? ''}
          onChange={event =>
            setRounds(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))
          }
        >
          {ROUNDS.map(count => (
            <option key={count ?? 'endless'} value={count ?? ''}>
              {count === undefined ? 'endless' : count === 1 ? '1 round' : `${count} rounds`}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" disabled={isWaiting}>
        Make an arena
      </button>
    </form>
  );
}
