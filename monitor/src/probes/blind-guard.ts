/** What a result says about the monitor itself. */
export type Sight =
  | { readonly kind: 'sees' }
  /** Too many failures in a row: these are to be asked before anything is concluded. */
  | { readonly kind: 'doubts'; readonly ask: readonly string[] }
  /** `since`: the first failure of the row. */
  | { readonly kind: 'blind'; readonly sinceMs: number }
  /** One has answered again. */
  | { readonly kind: 'sees-again' };

/** With fewer targets nobody can tell whose fault it is. */
const MIN_TARGETS = 3;
/** Of a few targets, all must fail; of many, a quarter without one answer in between. */
const FEW_TARGETS = 20;
const MAX_ASKED = 20;

/** Tells an outage of the monitor's own network from one of the targets: then nobody answers. Holds no clock and asks nobody. */
export class BlindGuard {
  private targets: ReadonlySet<string> = new Set();
  private readonly failed = new Set<string>(); // since the last answer
  private sinceMs = 0;
  private hasAsked = false;
  private isBlind: boolean;

  constructor(isBlind: boolean) {
    this.isBlind = isBlind;
  }

  watch(targetIds: readonly string[]): void {
    this.targets = new Set(targetIds);
  }

  /** With each result, in their order. */
  heard(targetId: string, { ok, atMs }: { ok: boolean; atMs: number }): Sight {
    if (!this.targets.has(targetId)) return { kind: 'sees' };
    return ok ? this.answered() : this.silent(targetId, atMs);
  }

  private answered(): Sight {
    const wasBlind = this.isBlind;
    this.failed.clear();
    this.hasAsked = false;
    this.isBlind = false;
    return wasBlind ? { kind: 'sees-again' } : { kind: 'sees' };
  }

  private silent(targetId: string, atMs: number): Sight {
    if (this.failed.size === 0) this.sinceMs = atMs;
    this.failed.add(targetId);
    if (this.isBlind || this.targets.size < MIN_TARGETS || this.failed.size < MIN_TARGETS) return { kind: 'sees' };
    const count = this.targets.size;
    const needed = count <= FEW_TARGETS ? count : Math.max(FEW_TARGETS, Math.ceil(count / 4));
    if (this.failed.size >= needed) {
      this.isBlind = true;
      return { kind: 'blind', sinceMs: this.sinceMs };
    }
    if (this.hasAsked) return { kind: 'sees' };
    this.hasAsked = true;
    const ask = [...this.targets].filter(id => !this.failed.has(id)).slice(0, MAX_ASKED);
    return { kind: 'doubts', ask };
  }
}
