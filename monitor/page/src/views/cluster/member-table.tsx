import { StandingShape } from '../../standing/standing-mark.tsx';
import { durationText } from '../../time/durations.ts';
import { standingOfState } from './member-states.ts';

/** Null: does not apply. */
export interface MemberRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly misses: number | null;
  readonly games: number | null;
  readonly users: number | null;
  readonly capacity: number | null;
  /** Null: heard by no gateway; undefined: does not apply. */
  readonly linkSilentMs: number | null | undefined;
  readonly address: string;
  readonly version: string;
}

export interface MemberTableProps {
  readonly title: string;
  readonly rows: readonly MemberRow[];
  /** Undefined: this person may not. */
  readonly onDrain: ((id: string) => void) | undefined;
}

const HEARD_NOW_MS = 10_000;
const COLUMNS = ['misses', 'games', 'users', 'capacity'] as const;

export function MemberTable({ title, rows, onDrain }: MemberTableProps) {
  const hasLinks = rows.some(({ linkSilentMs }) => linkSilentMs !== undefined);
  const columns = COLUMNS.filter(column => rows.some(row => typeof row[column] === 'number'));
  return (
    <section class="panel table-panel" aria-label={title}>
      <h2>
        {title} <span class="muted">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p class="muted pad">None is in the registry.</p>
      ) : (
        <div class="scroll">
          <table class="members cards">
            <thead>
              <tr>
                <th scope="col">State</th>
                <th scope="col">Server</th>
                {columns.map(column => (
                  <th key={column} scope="col" class="number">
                    {column}
                  </th>
                ))}
                {hasLinks && <th scope="col">links</th>}
                <th scope="col">address</th>
                <th scope="col">version</th>
                {onDrain !== undefined && (
                  <th scope="col">
                    <span class="only-spoken">Actions</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <Member key={row.id} row={row} columns={columns} onDrain={onDrain} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface MemberProps {
  readonly row: MemberRow;
  readonly columns: readonly (typeof COLUMNS)[number][];
  readonly onDrain: MemberTableProps['onDrain'];
}

function Member({ row, columns, onDrain }: MemberProps) {
  const standing = standingOfState(row.state);
  return (
    <tr>
      <td class="cell-standing">
        <span class={`standing is-${standing.toLowerCase()}`}>
          <StandingShape standing={standing} />
          {row.state}
        </span>
      </td>
      <th scope="row" class="cell-name">
        {row.id} <span class="tag">{row.kind}</span>
      </th>
      {columns.map(column => (
        <td
          key={column}
          data-label={column}
          class={column === 'misses' && (row.misses ?? 0) > 0 ? 'number ink-bad' : 'number'}
        >
          {row[column] ?? '–'}
        </td>
      ))}
      {row.linkSilentMs !== undefined && <td data-label="links">{linkText(row.linkSilentMs)}</td>}
      <td class="wrap" data-label="address">
        {row.address}
      </td>
      <td data-label="version">{row.version}</td>
      {onDrain !== undefined && (
        <td class="cell-actions">
          {(row.state === 'up' || row.state === 'suspect') && (
            <button type="button" class="quiet small" aria-label={`Drain ${row.id}`} onClick={() => onDrain(row.id)}>
              Drain …
            </button>
          )}
        </td>
      )}
    </tr>
  );
}

/** Gateways hear a server every second: what is younger is now. */
function linkText(silentMs: number | null): string {
  if (silentMs === null) return 'never heard';
  return silentMs < HEARD_NOW_MS ? 'heard now' : `silent for ${durationText(silentMs)}`;
}
