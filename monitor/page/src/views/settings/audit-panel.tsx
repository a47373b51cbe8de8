import { useState } from 'preact/hooks';
import type { AuditEntry, List } from '../../api/shapes.ts';
import { useLoaded } from '../../live/use-loaded.ts';
import { Pager } from '../../parts/pager.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Session } from '../../session.ts';
import { clockText } from '../../time/clock-text.ts';

const PAGE_SIZE = 20;

/** Who changed what. */
export function AuditPanel({ session }: { readonly session: Session }) {
  const [offset, setOffset] = useState(0);
  const { data, problem, reload } = useLoaded({
    feed: session.feed,
    key: `${offset}`,
    kinds: ['settings', 'channel'],
    load: () => session.api.read<List<AuditEntry>>(`audit?offset=${offset}&limit=${PAGE_SIZE}`),
  });
  return (
    <section class="panel" aria-label="Audit log">
      <h2>Audit log</h2>
      <Problem text={problem} onRetry={reload} />
      <div class="scroll">
        <table class="cards audit">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Change</th>
            </tr>
          </thead>
          <tbody>
            {data?.items.map(entry => (
              <tr key={entry.id}>
                <td data-label="When">{clockText(entry.at)}</td>
                <td class="wrap" data-label="Who">
                  {entry.who}
                </td>
                <td class="wrap" data-label="What">
                  {entry.action} {entry.what}
                </td>
                <td class="wrap cell-change">
                  <Change before={entry.before} after={entry.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data !== undefined && <Pager offset={offset} limit={PAGE_SIZE} total={data.total} onGo={setOffset} />}
    </section>
  );
}

function Change({ before, after }: Pick<AuditEntry, 'before' | 'after'>) {
  if (before === null && after === null) return null;
  return (
    <details>
      <summary>before and after</summary>
      <code>{textOf(before)}</code> → <code>{textOf(after)}</code>
    </details>
  );
}

function textOf(value: unknown): string {
  if (value === null) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
