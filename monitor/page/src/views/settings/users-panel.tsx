import { useState } from 'preact/hooks';
import type { Account, List, Role } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Choice, Field } from '../../parts/field.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { ROLE_CHOICES } from './roles.ts';

const PAGE_SIZE = 10;

export function UsersPanel({ session }: { readonly session: Session }) {
  const [offset, setOffset] = useState(0);
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${offset}`,
    kinds: ['settings'],
    load: () => session.api.read<List<Account>>(`users?offset=${offset}&limit=${PAGE_SIZE}`),
  });
  const [open, setOpen] = useState<'nothing' | 'adding' | Account>('nothing');
  const close = () => {
    setOpen('nothing');
    reload();
  };
  const setRole = async ({ id, name }: Account, role: Role) => {
    await session.run(`${name} is ${role} now.`, {
      method: 'PATCH',
      path: `users/${encodeURIComponent(id)}`,
      body: { role },
    });
    reload();
  };
  return (
    <section class="panel" aria-label="Users">
      <div class="row between">
        <h2>Users</h2>
        <button type="button" class="quiet small" onClick={() => setOpen('adding')}>
          Add a user
        </button>
      </div>
      <Problem text={problem} onRetry={reload} />
      <ul class="lines">
        {data?.items.map(account => (
          <li key={account.id}>
            <b class="grow">{account.name}</b>
            <Choice
              label={`Role of ${account.name}`}
              value={account.role}
              choices={ROLE_CHOICES}
              onChoose={role => void setRole(account, role)}
            />
            <button
              type="button"
              class="quiet small danger"
              aria-label={`Delete ${account.name}`}
              onClick={() => setOpen(account)}
            >
              Delete …
            </button>
          </li>
        ))}
      </ul>
      {data !== undefined && <Pager offset={offset} limit={PAGE_SIZE} total={data.total} onGo={setOffset} />}
      {open === 'adding' && <UserForm session={session} onClose={close} />}
      {typeof open === 'object' && <DeleteUser session={session} account={open} onClose={close} />}
    </section>
  );
}

function UserForm({ session, onClose }: { readonly session: Session; onClose(): void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const save = () => {
    const write = { method: 'POST', path: 'users', body: { name: name.trim(), password, role } } as const;
    return session.refusal(`${name} may log in now.`, write);
  };
  return (
    <Dialog title="Add a user" doText="Add" onDo={save} onClose={onClose}>
      <Field label="Name" text={name} onText={setName} required autocomplete="off" />
      <Field
        label="Password"
        type="password"
        text={password}
        onText={setPassword}
        required
        minLength={12}
        autocomplete="new-password"
        hint="12 characters at least."
      />
      <Choice label="Role" value={role} choices={ROLE_CHOICES} onChoose={setRole} />
    </Dialog>
  );
}

interface DeleteUserProps {
  readonly session: Session;
  readonly account: Account;
  onClose(): void;
}

function DeleteUser({ session, account, onClose }: DeleteUserProps) {
  const { id, name } = account;
  const write = { method: 'DELETE', path: `users/${encodeURIComponent(id)}` } as const;
  const remove = () => session.refusal(`${name} is deleted.`, write);
  return (
    <Dialog title={`Delete ${name}?`} doText="Delete" isDanger onDo={remove} onClose={onClose}>
      <p>Every session of this account ends at once.</p>
    </Dialog>
  );
}
