import { useState } from 'preact/hooks';

/** Into an arena that is in no list. */
export function CodeForm({ isWaiting, onJoin }: { isWaiting: boolean; onJoin: (code: string) => void }) {
  const [code, setCode] = useState('');
  return (
    <form
      class="row code"
      onSubmit={event => {
        event.preventDefault();
        if (code.trim() !== '') onJoin(code.trim());
      }}
    >
      <input
        aria-label="Invite code"
        placeholder="Invite code"
        autocomplete="off"
        value={code}
        onInput={event => setCode(event.currentTarget.value)}
      />
      <button type="submit" disabled={isWaiting}>
        Join by code
      </button>
    </form>
  );
}
