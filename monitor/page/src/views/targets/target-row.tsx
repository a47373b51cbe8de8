import type { Target } from '../../api/shapes.ts';
import { Bell, Dots } from '../../parts/icons.tsx';
import { Menu, type MenuItem } from '../../parts/menu.tsx';
import { routeHash } from '../../route.ts';
import type { Session } from '../../session.ts';
import { HeartbeatBar } from '../../standing/heartbeat-bar.tsx';
import { StandingMark } from '../../standing/standing-mark.tsx';
import { latencyText, uptimeText } from '../../time/durations.ts';
import { Since } from '../../time/since.tsx';
import { targetActions } from './target-actions.ts';
import { isClusterMember } from './target-types.ts';

export interface TargetRowProps {
  readonly session: Session;
  readonly target: Target;
  /** Of the list it is in. */
  readonly query: URLSearchParams;
  onEdit(target: Target): void;
  onDelete(target: Target): void;
}

export function TargetRow({ session, target, query, onEdit, onDelete }: TargetRowProps) {
  const { host_name: name, standing, uptime, typeName, environment } = target;
  return (
    <tr class={`target is-${standing.standing.toLowerCase()}`}>
      <td class="cell-standing">
        <StandingMark standing={standing.standing} />
        {standing.flapping && <span class="tag tag-warm">flapping</span>}
      </td>
      <th scope="row" class="cell-name">
        <a class="name" href={routeHash('targets', target.id, query)}>
          {name}
        </a>
        <span class="row tags">
          <span class="tag">{environment}</span>
          <span class="tag">{typeName}</span>
        </span>
        {standing.standing !== 'UP' && standing.lastError !== null && <span class="reason">{standing.lastError}</span>}
      </th>
      <td class="cell-beats">
        <HeartbeatBar name={name} beats={target.recent} />
      </td>
      <td class="number cell-day" data-label="24 h">
        {uptimeText(uptime.day)}
      </td>
      <td class="number cell-month" data-label="30 days">
        {uptimeText(uptime.month)}
      </td>
      <td class="number cell-latency" data-label="latency">
        {latencyText(standing.lastLatencyMs)}
      </td>
      <td class="number cell-since" data-label="since">
        <Since atMs={standing.since} isShort />
      </td>
      <td class="cell-actions">
        <AlertBell session={session} target={target} />
        {session.isAdmin && (
          <Menu label={`What to do with ${name}`} items={menuItems(session, target, { onEdit, onDelete })}>
            <Dots />
          </Menu>
        )}
      </td>
    </tr>
  );
}

/** For viewers a picture, for admins a switch. */
export function AlertBell({ session, target }: { readonly session: Session; readonly target: Target }) {
  const { host_name: name, notification } = target;
  const text = `Alerts of ${name}: ${notification ? 'on' : 'off'}`;
  if (!session.isAdmin) {
    return (
      <span class="bell" role="img" aria-label={text} title={text}>
        <Bell isOn={notification} />
      </span>
    );
  }
  return (
    <button
      type="button"
      role="switch"
      class="bell quiet small"
      aria-checked={notification}
      aria-label={`Alerts of ${name}`}
      title={text}
      onClick={() => void targetActions.setNotification(session, target, !notification)}
    >
      <Bell isOn={notification} />
    </button>
  );
}

function menuItems(
  session: Session,
  target: Target,
  { onEdit, onDelete }: Pick<TargetRowProps, 'onEdit' | 'onDelete'>,
): MenuItem[] {
  const edit = [
    { text: 'Edit …', onPick: () => onEdit(target) },
    { text: 'Delete …', isDanger: true, onPick: () => onDelete(target) },
  ];
  if (target.archivedAt !== null) return edit; // not watched, so there is nothing to check or pause
  const check = { text: 'Check now', onPick: () => void targetActions.check(session, target) };
  return [
    ...(isClusterMember(target.type) || target.paused ? [] : [check]),
    target.paused
      ? { text: 'Resume', onPick: () => void targetActions.resume(session, target) }
      : { text: 'Pause', onPick: () => void targetActions.pause(session, target) },
    ...edit,
  ];
}
