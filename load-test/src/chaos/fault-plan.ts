import { seededRandom } from '../random.ts';
import { type Cast, FAULT_KINDS, type FaultKind, type PlannedFault } from './fault.ts';

export interface FaultPlanOptions {
  readonly seed: number;
  readonly cast: Cast;
  readonly kinds: readonly FaultKind[];
}

/** Between convergence and the next fault. */
const SINGLE_PAUSE_MS = [300, 1500] as const;
type Range = readonly [from: number, to: number];

/** How long each kind lasts; of a kill: until the process is started again. */
const DURATIONS_MS: Readonly<Record<FaultKind, Range>> = {
  'gateway-kill': [300, 3000],
  'lobby-kill': [300, 3000],
  'game-kill': [300, 3000],
  'gateway-freeze': [500, 9000],
  'lobby-freeze': [500, 8000],
  'game-freeze': [500, 12_000],
  'redis-freeze': [3000, 10_000],
  'redis-restart': [200, 3000],
  'redis-flush': [0, 0],
  'client-cut': [0, 2000],
  'client-black-hole': [500, 8000],
  'client-delay': [2000, 6000],
  'client-drip': [2000, 6000],
  'link-cut': [0, 2000],
  'link-black-hole': [500, 8000],
  'link-delay': [2000, 6000],
  'link-drip': [2000, 6000],
  'redis-cut': [0, 3000],
  'redis-black-hole': [1000, 12_000],
  'redis-delay': [2000, 6000],
  'redis-drip': [2000, 6000],
};

const DELAYS_MS: Range = [50, 400];
const DRIPS_BYTES_PER_SECOND: Range = [2000, 20_000];

export interface StormOptions extends FaultPlanOptions {
  readonly stormMs: number;
  /** Mean time between two faults. */
  readonly everyMs: number;
}

/** `count` faults of a run with pauses. Pure: the same for the same options; every kind comes before one comes again. */
export function planSingle(options: FaultPlanOptions, count: number): PlannedFault[] {
  const draw = new Draw(options);
  return Array.from({ length: count }, (_, index) => draw.fault(index + 1, draw.within(SINGLE_PAUSE_MS)));
}

/**
 * The faults of a storm, in order of their instants. Pure. No victim is hit while the fault before still
 * lasts on it, and the last ones end with the storm.
 */
export function planStorm({ stormMs, everyMs, ...options }: StormOptions): PlannedFault[] {
  const draw = new Draw(options);
  const busyUntilMs = new Map<string, number>();
  const faults: PlannedFault[] = [];
  for (let atMs = draw.pauseMs(everyMs); atMs < stormMs; atMs += draw.pauseMs(everyMs)) {
    const fault = draw.fault(faults.length + 1, atMs);
    const keys = [fault.victim, ...fault.victim.split('/')];
    const isBusy = keys.some(key => (busyUntilMs.get(key) ?? 0) > atMs);
    if (isBusy) continue;
    const durationMs = Math.min(fault.durationMs, stormMs - atMs);
    const isProcess = !fault.victim.includes('/');
    // A process that is down or frozen is not hit again, nor are its lines; a line's ends may be.
    busyUntilMs.set(fault.victim, atMs + durationMs + (isProcess ? RECOVERY_OF_PROCESS_MS : 0));
    faults.push({ ...fault, durationMs });
  }
  return faults;
}

/** A started process is up before it is hit again. */
const RECOVERY_OF_PROCESS_MS = 3000;

/** All that is random in a plan, in a fixed order. */
class Draw {
  private readonly options: FaultPlanOptions;
  private readonly random: () => number;
  private kindsLeft: FaultKind[] = [];

  constructor(options: FaultPlanOptions) {
    this.options = options;
    this.random = seededRandom(options.seed);
  }

  fault(number: number, atMs: number): PlannedFault {
    const kind = this.kind();
    const victim = this.victim(kind);
    const durationMs = this.duration(kind);
    return { number, atMs, kind, victim, durationMs, strength: this.strength(kind) };
  }

  within([from, to]: Range): number {
    return Math.round(from + this.random() * (to - from));
  }

  /** Exponential: arrivals that know nothing of each other. */
  pauseMs(meanMs: number): number {
    return Math.round(-Math.log(1 - this.random()) * meanMs);
  }

  private kind(): FaultKind {
    if (this.kindsLeft.length === 0) this.kindsLeft = FAULT_KINDS.filter(kind => this.options.kinds.includes(kind));
    const at = Math.floor(this.random() * this.kindsLeft.length);
    const [kind] = this.kindsLeft.splice(at, 1);
    if (kind === undefined) throw new Error('a plan needs at least one kind of fault');
    return kind;
  }

  private victim(kind: FaultKind): string {
    const { gateways, lobbyServers, gameServers } = this.options.cast;
    const backends = [...lobbyServers, ...gameServers];
    if (kind === 'redis-freeze' || kind === 'redis-restart' || kind === 'redis-flush') return 'redis';
    if (kind.startsWith('client-')) return `${this.oneOf(gateways)}/${this.oneOf(['ws', 'tcp'])}`;
    if (kind.startsWith('link-')) return `${this.oneOf(gateways)}/${this.oneOf(backends)}`;
    if (kind.startsWith('redis-')) return `${this.oneOf([...gateways, ...backends])}/redis`;
    if (kind.startsWith('gateway-')) return this.oneOf(gateways);
    return this.oneOf(kind.startsWith('lobby-') ? lobbyServers : gameServers);
  }

  /** Half of the cuts are of the moment. */
  private duration(kind: FaultKind): number {
    const durationMs = this.within(DURATIONS_MS[kind]);
    const isOfTheMoment = this.random() < 0.5 && kind.endsWith('-cut');
    return isOfTheMoment ? 0 : durationMs;
  }

  private strength(kind: FaultKind): number {
    if (kind.endsWith('-delay')) return this.within(DELAYS_MS);
    return kind.endsWith('-drip') ? this.within(DRIPS_BYTES_PER_SECOND) : 0;
  }

  private oneOf(names: readonly string[]): string {
    const name = names[Math.floor(this.random() * names.length)];
    if (name === undefined) throw new Error('nobody to choose from');
    return name;
  }
}
