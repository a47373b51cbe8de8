import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatLine } from '../page-state.ts';

const MAX_CHARACTERS = 500;

export function Chat({ lines, onSay }: { lines: readonly ChatLine[]; onSay: (text: string) => void }) {
  const [text, setText] = useState('');
  const log = useRef<HTMLDivElement>(null);
  const newest = lines.at(-1)?.number;
  useEffect(() => log.current?.scrollTo({ top: log.current.scrollHeight }), [newest]);
  return (
    <section class="panel chat" aria-label="Chat">
      <h2>Chat</h2>
      <div class="chat-log" role="log" aria-live="polite" aria-label="What was said" ref={log}>
        {lines.map(line => (
          <p key={line.number} class={line.isOwn ? 'own' : ''}>
            <b>{line.name}</b> {line.text}
          </p>
        ))}
        {lines.length === 0 && <p class="muted">Nobody has said anything yet.</p>}
      </div>
      <form
        class="chat-form"
        onSubmit={event => {
          event.preventDefault();
          if (text.trim() !== '') onSay(text.trim());
          setText('');
        }}
      >
        <input
          aria-label="Say something"
          placeholder="Say something"
          autocomplete="off"
          maxLength={MAX_CHARACTERS}
          value={text}
          onInput={event => setText(event.currentTarget.value)}
        />
        <button type="submit">Send</button>
      </form>
    </section>
  );
}
