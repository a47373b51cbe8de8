import { type Incident, STANDINGS, type Summary } from './api/shapes.ts';

export interface Overall {
  readonly mood: 'good' | 'warn' | 'bad' | 'none';
  readonly sentence: string;
}

const NAMES_SHOWN = 3;

/** The state of everything in one sentence. Pure. */
export function overallHealth(summary: Summary, openIncidents: readonly Incident[]): Overall {
  const { counts } = summary;
  const total = STANDINGS.reduce((sum, standing) => sum + (counts[standing] ?? 0), 0);
  if (openIncidents.some(({ kind }) => kind === 'blind')) {
    return { mood: 'bad', sentence: 'The monitor cannot see anything: its own network may be at fault.' };
  }
  if (total === 0) return { mood: 'none', sentence: 'Nothing is watched yet.' };
  if (counts.DOWN > 0)
    return { mood: 'bad', sentence: `${downSentence(counts.DOWN, total, openIncidents)}${blindSpot(summary)}` };
  if (summary.prober === null) {
    return { mood: 'bad', sentence: 'Nobody checks: no monitor process is at work, and what is shown is old.' };
  }
  if (summary.cluster === 'unreachable') {
    return {
      mood: 'warn',
      sentence: 'The registry of the cluster is out of reach: its members are shown as last heard of.',
    };
  }
  const worried = counts.PENDING + counts.DEGRADED;
  if (worried > 0)
    return {
      mood: 'warn',
      sentence: `Nothing is down, ${worried === 1 ? 'one target is' : `${worried} are`} slow or in doubt.`,
    };
  if (counts.UP === 0) return { mood: 'none', sentence: 'Nothing is judged yet.' };
  const resting = counts.MAINTENANCE + counts.PAUSED + counts.UNKNOWN;
  const others = resting === 0 ? '' : `; ${resting} not judged`;
  return {
    mood: 'good',
    sentence: `${counts.UP === 1 ? 'The one watched target is' : `All ${counts.UP} are`} up${others}.`,
  };
}

function downSentence(down: number, total: number, openIncidents: readonly Incident[]): string {
  const names = openIncidents.filter(({ kind }) => kind === 'outage').map(({ hostName }) => hostName);
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : '';
  const count = `${down} of ${total} ${down === 1 ? 'is' : 'are'} down`;
  if (shown === '') return `${count}.`;
  // What goes up and down keeps its incident while it is up: then not all of these are down.
  return names.length > down ? `${count}. Incidents are open of ${shown}${more}.` : `${count}: ${shown}${more}.`;
}

function blindSpot({ prober, cluster }: Summary): string {
  if (prober === null) return ' And nobody checks any more.';
  return cluster === 'unreachable' ? ' The registry of the cluster is out of reach.' : '';
}
