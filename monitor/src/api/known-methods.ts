import type { RouteOptions } from 'fastify';
import type { ApiServer } from './api-server.ts';

/** Which methods a path knows: for who has asked by another. */
export class KnownMethods {
  private readonly methodsOf = new Map<string, Set<string>>();

  /** Call before any route is added. */
  watch(server: ApiServer): void {
    server.addHook('onRoute', route => this.add(route));
  }

  /** Empty: the path is none. */
  of(path: string): string[] {
    const parts = path.split('/');
    const fitting = [...this.methodsOf].filter(([pattern]) => fits(pattern.split('/'), parts));
    return [...new Set(fitting.flatMap(([, methods]) => [...methods]))].sort();
  }

  private add({ url, method }: RouteOptions): void {
    const known = this.methodsOf.get(url) ?? new Set();
    for (const each of [method].flat()) known.add(each);
    this.methodsOf.set(url, known);
  }
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  if (pattern.length !== parts.length) return false;
  return pattern.every((part, index) => (part.startsWith(':') ? parts[index] !== '' : part === parts[index]));
}
