import { useState } from 'preact/hooks';

const MAX_NAME_CHARACTERS = 24;

export interface WelcomeScreenProps {
  readonly firstName: string;
  readonly isInvited: boolean;
  readonly isWaiting: boolean;
  readonly onEnter: (name: string) => void;
}

export function WelcomeScreen({ firstName, isInvited, isWaiting, onEnter }: WelcomeScreenProps) {
  const [name, setName] = useState(firstName);
  return (
    <main class="screen screen-narrow">
      <section class="panel welcome">
        <img src="./favicon.svg" alt="" width="64" height="64" />
        <h1>Arena</h1>
        <p class="muted">Run, collect coins, win the round. Gems count three.</p>
        <form
          onSubmit={event => {
            event.preventDefault();
            if (name.trim() !== '') onEnter(name.trim());
          }}
        >
          <label for="name">Your name</label>
          <input
            id="name"
            required
            maxLength={MAX_NAME_CHARACTERS}
            autocomplete="nickname"
            value={name}
            onInput={event => setName(event.currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={isWaiting}>
            {isWaiting ? 'Connecting …' : isInvited ? 'Join the arena' : 'Enter'}
          </button>
        </form>
      </section>
    </main>
  );
}
