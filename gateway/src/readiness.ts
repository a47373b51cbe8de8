import type { Part } from '@gatehouse/shared/runtime/lifecycle';

/** Whether new clients should come here. Last of the gateway's parts: ready when all others run. */
export class Readiness implements Part {
  readonly name = 'readiness';
  private phase: 'starting' | 'ready' | 'draining' = 'starting';

  get state(): 'starting' | 'ready' | 'draining' {
    return this.phase;
  }

  start(): void {
    this.phase = 'ready';
  }

  drain(): void {
    this.phase = 'draining';
  }

  stop(): void {
    this.phase = 'draining';
  }
}
