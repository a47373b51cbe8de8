/** Players of one room, in every target. */
export const ROOM_SIZE = 50;

/** When clients send. */
export type Pace =
  /** Each client sends its next message when its own has come back. */
  | { readonly kind: 'closed' }
  /** So many messages arrive per second at all receivers together, however slow they are. */
  | { readonly kind: 'open'; readonly deliveriesPerSecond: number };

export interface TrafficWorkload {
  readonly kind: 'traffic';
  readonly name: string;
  readonly title: string;
  readonly connections: number;
  /** echo: back to its sender; broadcast: to all in the room, the sender too. */
  readonly pattern: 'echo' | 'broadcast';
  readonly pace: Pace;
}

/** Connections that have joined their rooms and say nothing. */
export interface IdleWorkload {
  readonly kind: 'idle';
  readonly name: string;
  readonly title: string;
  readonly connections: number;
}

export type Workload = TrafficWorkload | IdleWorkload;

export interface WorkloadSize {
  readonly idleConnections: number;
  /** Everything a tenth as large. */
  readonly quick: boolean;
}

const IDLE = 'idle';
const CLOSED: Pace = { kind: 'closed' };

/** Name → pattern, connections, pace. */
const TRAFFIC: Readonly<Record<string, [pattern: TrafficWorkload['pattern'], connections: number, pace: Pace]>> = {
  'echo-50': ['echo', 50, CLOSED],
  'echo-200': ['echo', 200, CLOSED],
  'echo-1000': ['echo', 1000, CLOSED],
  'echo-20k': ['echo', 200, { kind: 'open', deliveriesPerSecond: 20_000 }],
  'broadcast-20k': ['broadcast', 200, { kind: 'open', deliveriesPerSecond: 20_000 }],
  'broadcast-100k': ['broadcast', 200, { kind: 'open', deliveriesPerSecond: 100_000 }],
  'broadcast-saturated': ['broadcast', 200, CLOSED],
};

export const WORKLOAD_NAMES: readonly string[] = [...Object.keys(TRAFFIC), IDLE];

/** @throws RangeError for a name that is none of WORKLOAD_NAMES */
export function workloadOf(name: string, { idleConnections, quick }: WorkloadSize): Workload {
  const scale = quick ? 0.1 : 1;
  if (name === IDLE) {
    const connections = Math.ceil(idleConnections * scale);
    return { kind: 'idle', name, connections, title: `idle, ${connections} connections in rooms of ${ROOM_SIZE}` };
  }
  const entry = TRAFFIC[name];
  if (entry === undefined) throw new RangeError(`there is no workload "${name}"`);
  const [pattern, full, pace] = entry;
  const connections = full * scale;
  if (pace.kind === 'closed') {
    const title = `${pattern}, closed loop, ${connections} connections in rooms of ${ROOM_SIZE}`;
    return { kind: 'traffic', name, pattern, connections, pace, title };
  }
  const deliveriesPerSecond = pace.deliveriesPerSecond * scale;
  const title = `${pattern}, ${deliveriesPerSecond} messages/s, ${connections} connections in rooms of ${ROOM_SIZE}`;
  return { kind: 'traffic', name, pattern, connections, pace: { kind: 'open', deliveriesPerSecond }, title };
}

/** Who receives a message of this client, itself included. */
export function receiversOf({ pattern, connections }: TrafficWorkload, sender: number): number {
  if (pattern === 'echo') return 1;
  const room = Math.floor(sender / ROOM_SIZE);
  return Math.min(ROOM_SIZE, connections - room * ROOM_SIZE);
}
