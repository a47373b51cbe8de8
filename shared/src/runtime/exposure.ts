import type { Problems } from './config.ts';

export const MIN_SECRET_BYTES = 32;

export interface Exposure {
  /** Variable → host it makes the process listen on. */
  hosts: Readonly<Record<string, string>>;
  /** Variable → secret that guards what is listened on; undefined when not set. */
  secrets: Readonly<Record<string, string | undefined>>;
}

/** Whether only this machine can reach what listens on `host`. */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(bare);
}

/**
 * The rule "safe by default": what other machines can reach needs every secret, of at least 32 bytes. On loopback
 * anything goes. Returns the secrets that break it, for the `rule` of `readConfig`.
 */
export function exposureProblems({ hosts, secrets }: Exposure): Problems {
  const exposed = Object.entries(hosts).filter(([, host]) => !isLoopback(host));
  if (exposed.length === 0) return {};
  const because = exposed.map(([variable, host]) => `${variable} is ${host}`).join(' and ');
  const problems: Record<string, string> = {};
  for (const [variable, secret] of Object.entries(secrets)) {
    const bytes = Buffer.byteLength(secret ?? '');
    if (bytes >= MIN_SECRET_BYTES) continue;
    const found = secret === undefined ? 'is not set' : `has ${bytes} bytes`;
    problems[variable] = `${found} but must have at least ${MIN_SECRET_BYTES} bytes because ${because}`;
  }
  return problems;
}
