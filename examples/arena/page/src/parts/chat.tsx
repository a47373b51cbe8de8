import type { ChatLine } from '@gatehouse/client';
import { useEffect, useRef, useState } from 'preact/hooks';

const MAX_CHARACTERS = 500;

export interface ChatProps {
  readonly lines: readonly ChatLine[];
  readonly userId: string;
  readonly onSay: (text: string) => void;
}

export function Chat({ lines, userId, onSay }: ChatProps) {
  const [text, setText] = useState('');
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => log.current?.scrollTo({ top: log.current.scrollHeight }), [lines]);
  return (
    <section class="panel chat" aria-label="Chat">
      <h2>Chat</h2>
      <div class="chat-log" role="log" aria-live="polite" aria-label="What was said" ref={log}>
        {lines.map((line, index) => (
          <p key={`${line.atMs} ${index}`} class={line.userId === userId ? 'own' : ''}>
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
