import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** Milliseconds each phase took, as far as it came; `whole` is the time to the end. */
export interface Phases {
  dns?: number;
  connect?: number;
  tls?: number;
  firstByte?: number;
  whole?: number;
  /** HTTP. */
  status?: number;
  /** Days the certificate has left. */
  certificateDays?: number;
  note?: string;
}

const DAY_MS = 86_400_000;

/** Watches one request go through its phases. */
export class PhaseWatch {
  readonly phases: Phases = {};
  private readonly startedMs = performance.now();
  private markMs = this.startedMs;

  follow(request: ClientRequest): void {
    request.once('socket', socket => this.watchSocket(socket));
    request.once('response', () => this.end('firstByte'));
    request.once('upgrade', () => this.end('firstByte'));
  }

  /** Milliseconds since the beginning. */
  finish(): number {
    const whole = performance.now() - this.startedMs;
    this.phases.whole = rounded(whole);
    return whole;
  }

  private watchSocket(socket: Socket): void {
    socket.once('lookup', () => this.end('dns'));
    socket.once('connect', () => this.end('connect'));
    socket.once('secureConnect', () => {
      this.end('tls');
      if (socket instanceof TLSSocket) this.phases.certificateDays = daysLeft(socket);
    });
  }

  private end(phase: 'dns' | 'connect' | 'tls' | 'firstByte'): void {
    const nowMs = performance.now();
    this.phases[phase] ??= rounded(nowMs - this.markMs);
    this.markMs = nowMs;
  }
}

function daysLeft(socket: TLSSocket): number {
  return Math.floor((Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / DAY_MS);
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
