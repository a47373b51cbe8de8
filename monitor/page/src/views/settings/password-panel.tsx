import { useState } from 'preact/hooks';
import { Field } from '../../parts/field.tsx';
import type { Session } from '../../session.ts';

const MIN_CHARACTERS = 12;

export function PasswordPanel({ session }: { readonly session: Session }) {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const submit = async () => {
    const body = { currentPassword, newPassword };
    const done = 'The password is changed. Every other session of this account has ended.';
    if ((await session.run(done, { method: 'POST', path: 'me/password', body })) === undefined) return;
    setCurrent('');
    setNew('');
  };
  return (
    <section class="panel" aria-label="Password">
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2>Your password</h2>
        <Field
          label="Now"
          type="password"
          text={currentPassword}
          onText={setCurrent}
          autocomplete="current-password"
          required
        />
        <Field
          label="New"
          type="password"
          text={newPassword}
          onText={setNew}
          autocomplete="new-password"
          minLength={MIN_CHARACTERS}
          required
          hint={`${MIN_CHARACTERS} characters at least.`}
        />
        <button type="submit">Change the password</button>
      </form>
    </section>
  );
}
