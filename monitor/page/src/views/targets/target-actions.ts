import type { Target } from '../../api/shapes.ts';
import type { Session } from '../../session.ts';

/** What an admin may do to a target besides editing it. Each tells the page how it went; a removal that is refused, its dialog. */
export const targetActions = {
  check: (session: Session, target: Target) =>
    session.run(`${target.host_name} is being checked.`, { method: 'POST', path: `${pathOf(target)}/check` }),

  pause: (session: Session, target: Target) =>
    session.run(`${target.host_name} is paused.`, { method: 'POST', path: `${pathOf(target)}/pause` }),

  resume: (session: Session, target: Target) =>
    session.run(`${target.host_name} is watched again.`, { method: 'POST', path: `${pathOf(target)}/resume` }),

  setNotification: (session: Session, target: Target, notification: boolean) =>
    session.run(`Alerts of ${target.host_name} are ${notification ? 'on' : 'off'}.`, {
      method: 'PATCH',
      path: pathOf(target),
      body: { notification },
      version: target.version,
    }),

  remove: (session: Session, target: Target) =>
    session.refusal(`${target.host_name} is deleted.`, {
      method: 'DELETE',
      path: pathOf(target),
      version: target.version,
    }),
};

function pathOf(target: Target): string {
  return `targets/${encodeURIComponent(target.id)}`;
}
