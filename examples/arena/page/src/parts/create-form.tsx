import type { NewLobbyRoom } from '@gatehouse/client';
import type { ArenaOptions } from '@gatehouse/example-arena/messages';
import { useState } from 'preact/hooks';

const ROUND_SECONDS = [15, 45, 90, 180];
const ROUNDS: readonly (number | undefined)[] = [1, 3, 5, undefined];

export function CreateForm({ isWaiting, onCreate }: { isWaiting: boolean; onCreate: (room: NewLobbyRoom) => void }) {
  const [options, setOptions] = useState<ArenaOptions>({ roundSeconds: 90, rounds: 1 });
  const [name, setName] = useState('');
  const [unlisted, setUnlisted] = useState(false);
  return (
    <form
      class="create"
      onSubmit={event => {
        event.preventDefault();
        onCreate({ name: name.trim(), options, unlisted });
      }}
    >
      <Field id="arena-name" label="Name">
        <input
          id="arena-name"
          placeholder="optional"
          maxLength={24}
          autocomplete="off"
          value={name}
          onInput={event => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="seconds" label="Round">
        <select
          id="seconds"
          value={options.roundSeconds}
          onChange={event => setOptions({ ...options, roundSeconds: Number(event.currentTarget.value) })}
        >
          {ROUND_SECONDS.map(seconds => (
            <option key={seconds} value={seconds}>
              {seconds} seconds
            </option>
          ))}
        </select>
      </Field>
      <Field id="rounds" label="Game">
        <select
          id="rounds"
          value={options.rounds ?? ''}
          onChange={event => setOptions({ ...options, rounds: Number(event.currentTarget.value) || undefined })}
        >
          {ROUNDS.map(count => (
            <option key={count ?? 'endless'} value={count ?? ''}>
              {roundsText(count)}
            </option>
          ))}
        </select>
      </Field>
      <label class="check">
        <input type="checkbox" checked={unlisted} onChange={event => setUnlisted(event.currentTarget.checked)} />
        In no list
      </label>
      <button type="submit" disabled={isWaiting}>
        Make an arena
      </button>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: preact.ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

function roundsText(count: number | undefined): string {
  if (count === undefined) return 'endless';
  return count === 1 ? '1 round' : `${count} rounds`;
}
