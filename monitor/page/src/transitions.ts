import type { Incident } from './api/shapes.ts';

/** What a person who does not look would want to hear: who went down, who is back. Empty: nothing. */
export function transitionsBetween(before: readonly Incident[], now: readonly Incident[]): string {
  const opened = now.filter(({ id }) => !before.some(incident => incident.id === id));
  const closed = before.filter(({ id }) => !now.some(incident => incident.id === id));
  const lines = [...opened.map(openedLine), ...closed.map(incident => `${nameOf(incident)} is well again.`)];
  return lines.join(' ');
}

function openedLine(incident: Incident): string {
  if (incident.kind === 'blind') return 'The monitor sees nothing any more.';
  if (incident.kind === 'flapping') return `${incident.hostName} goes up and down.`;
  return `${incident.hostName} is down: ${incident.reason}.`;
}

function nameOf({ kind, hostName }: Incident): string {
  return kind === 'blind' ? 'The monitor' : hostName;
}
