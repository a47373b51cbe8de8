import { useEffect, useRef, useState } from 'preact/hooks';
import { Field } from '../parts/field.tsx';
import { Problem } from '../parts/problem.tsx';
import { routeHash } from '../route.ts';
import type { Session } from '../session.ts';

export function LoginView({ session, notice }: { readonly session: Session; readonly notice: string }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');
  const [isWaiting, setWaiting] = useState(false);
  const [isPublic, setPublic] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
    session.api.read('public?limit=1').then(
      () => setPublic(true),
      () => undefined, // there is none
    );
  }, [session]);
  const submit = async () => {
    if (isWaiting) return;
    setWaiting(true);
    setProblem('');
    setProblem(await session.login(name, password));
    setWaiting(false);
  };
  return (
    <main class="screen screen-narrow">
      <form
        class="panel form"
        ref={form}
        onSubmit={event => {
          event.preventDefault();
          void submit();
        }}
      >
        <img src="./favicon.svg" alt="" width="56" height="56" />
        <h1>Gatehouse monitor</h1>
        {notice !== '' && problem === '' && <p class="muted">{notice}</p>}
        <Field label="Name" text={name} onText={setName} autocomplete="username" required />
        <Field
          label="Password"
          type="password"
          text={password}
          onText={setPassword}
          autocomplete="current-password"
          required
        />
        <Problem text={problem} />
        <button type="submit" class="primary large" aria-disabled={isWaiting}>
          {isWaiting ? 'Logging in …' : 'Log in'}
        </button>
        {isPublic && <a href={routeHash('public')}>See how it stands without logging in</a>}
      </form>
    </main>
  );
}
