import { useState } from 'preact/hooks';
import type { List, Role, Token } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { clockText } from '../../time/clock-text.ts';
import { ROLE_CHOICES } from './roles.ts';

type Open = { readonly kind: 'nothing' | 'adding' } | { readonly kind: 'deleting'; readonly token: Token };

const PAGE_SIZE = 10;

export function TokensPanel({ session }: { readonly session: Session }) {
  const [offset, setOffset] = useState(0);
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${offset}`,
    kinds: ['settings'],
    load: () => session.api.read<List<Token>>(`tokens?offset=${offset}&limit=${PAGE_SIZE}`),
  });
  const [open, setOpen] = useState<Open>({ kind: 'nothing' });
  const [secret, setSecret] = useState('');
  const close = () => {
    setOpen({ kind: 'nothing' });
    reload();
  };
  return (
    <section class="panel" aria-label="API tokens">
      <div class="row between">
        <h2>API tokens</h2>
        <button type="button" class="quiet small" onClick={() => setOpen({ kind: 'adding' })}>
          Make a token
        </button>
      </div>
      <Problem text={problem} onRetry={reload} />
      {secret !== '' && (
        <p class="secret" role="status">
          Copy it now, it is not shown again: <code>{secret}</code>{' '}
          <button type="button" class="quiet small" onClick={() => setSecret('')}>
            I have it
          </button>
        </p>
      )}
      <ul class="lines">
        {data?.items.map(token => (
          <li key={token.id}>
            <span class="grow">
              <b>{token.name}</b> <span class="tag">{token.role}</span>
              <span class="hint">{usageText(token)}</span>
            </span>
            <button
              type="button"
              class="quiet small danger"
              aria-label={`Delete ${token.name}`}
              onClick={() => setOpen({ kind: 'deleting', token })}
            >
              Delete …
            </button>
          </li>
        ))}
      </ul>
      {data?.total === 0 && <p class="muted">There is none.</p>}
      {data !== undefined && <Pager offset={offset} limit={PAGE_SIZE} total={data.total} onGo={setOffset} />}
      {open.kind === 'adding' && <TokenForm session={session} onMade={setSecret} onClose={close} />}
      {open.kind === 'deleting' && <DeleteToken session={session} token={open.token} onClose={close} />}
    </section>
  );
}

function usageText({ createdBy, lastUsedAt, expiresAt }: Token): string {
  const used = lastUsedAt === null ? 'never used' : `last used ${clockText(lastUsedAt)}`;
  return `by ${createdBy}, ${used}, ${expiresAt === null ? 'without end' : `until ${clockText(expiresAt)}`}`;
}

interface TokenFormProps {
  readonly session: Session;
  onMade(secret: string): void;
  onClose(): void;
}

const DAY_MS = 86_400_000;

function TokenForm({ session, onMade, onClose }: TokenFormProps) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const save = () => {
    const expiresAt = days === '' ? null : Date.now() + Number(days) * DAY_MS;
    const body = { name: name.trim(), role, expiresAt };
    const write = { method: 'POST', path: 'tokens', body } as const;
    return session.refusal<{ token: string }>(`${name} is made.`, write, ({ token }) => onMade(token));
  };
  return (
    <Dialog title="Make a token" doText="Make" onDo={save} onClose={onClose}>
      <Field label="Name" text={name} onText={setName} required autocomplete="off" />
      <Choice label="Role" value={role} choices={ROLE_CHOICES} onChoose={setRole} />
      <Field label="Days it is good for" type="number" min={1} placeholder="without end" text={days} onText={setDays} />
    </Dialog>
  );
}

interface DeleteTokenProps {
  readonly session: Session;
  readonly token: Token;
  onClose(): void;
}

function DeleteToken({ session, token, onClose }: DeleteTokenProps) {
  const write = { method: 'DELETE', path: `tokens/${encodeURIComponent(token.id)}` } as const;
  const remove = () => session.refusal(`${token.name} is deleted.`, write);
  return (
    <Dialog title={`Delete ${token.name}?`} doText="Delete" isDanger onDo={remove} onClose={onClose}>
      <p>Whoever uses it is refused from now on.</p>
    </Dialog>
  );
}
