import { z } from 'zod';
import type { NamedTarget } from './reconcile.ts';
import { checkOf } from './target-types.ts';

// Pure. The form, with an example: docs/MONITOR.md, "Targets and sources".

export const MAX_LISTED_SERVERS = 2_000;
const MAX_PORT = 65_535;
const MAX_SHOWN_PROBLEMS = 3;
const ENVIRONMENTS = ['DEV', 'STAGE', 'LIVE', 'UNKNOWN'] as const;

const named = z.object(
  {
    host_name: text(255),
    host: z.string({ error: 'must be a name or an address' }).regex(/^[A-Za-z0-9._:-]{1,255}$/, {
      error: 'must be a name or an address, IPv6 without brackets',
    }),
    port: z
      .int({ error: `must be a whole number from 1 to ${MAX_PORT}` })
      .min(1, { error: `must be a whole number from 1 to ${MAX_PORT}` })
      .max(MAX_PORT, { error: `must be a whole number from 1 to ${MAX_PORT}` }),
    type: z.number({ error: 'must be a number: 1 web, 2 chat, 3 websocket, 4 room or 6 http' }).refine(isListed, {
      error: 'must be 1 web, 2 chat, 3 websocket, 4 room or 6 http; cluster members are named by their registry',
    }),
    environment: z.enum(ENVIRONMENTS, { error: `must be one of ${ENVIRONMENTS.join(', ')}` }).default('UNKNOWN'),
    path: z
      .string({ error: 'must begin with /' })
      .max(2048, { error: 'must have at most 2048 characters' })
      .regex(/^\/[\x21-\x7e]*$/, { error: 'must begin with / and have no spaces' })
      .default('/'),
    secure: z.boolean({ error: 'must be true (TLS) or false' }).optional(),
  },
  { error: 'must be an object with host_name, host, port and type' },
);

const list = z
  .array(named, { error: 'must be a JSON list of servers, like [{"host_name": …, "host": …, "port": …, "type": …}]' })
  .min(1, { error: 'has no servers: an empty list is taken for a failure, and nothing is archived' })
  .max(MAX_LISTED_SERVERS, { error: `must have at most ${MAX_LISTED_SERVERS} servers` });

/** A text says what is wrong: then none of it is to be used. Fields that nobody knows are left alone. */
export function parseServerList(body: string): NamedTarget[] | string {
  const json = parseJson(body);
  if (json === undefined) return `the list is not JSON: it begins with ${JSON.stringify(body.slice(0, 20))}`;
  const { success, data, error } = list.safeParse(json);
  if (!success) return problemsOf(error);
  const names = data.map(server => server.host_name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return `host_name ${JSON.stringify(twice)} is there twice: it must be unique`;
  return data.map(({ host_name: hostName, secure, ...rest }) => {
    return { hostName, ...rest, secure: secure === undefined ? null : secure ? 1 : 0 };
  });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isListed(type: number): boolean {
  const check = checkOf(type);
  return check !== undefined && check !== 'registry';
}

function text(maxCharacters: number) {
  const error = `must be a text of 1 to ${maxCharacters} characters`;
  return z
    .string({ error })
    .min(1, { error })
    .max(maxCharacters, { error })
    .regex(/^\P{Cc}*$/u, { error });
}

/** `[3].port must be …`. */
function problemsOf({ issues }: z.core.$ZodError): string {
  const problems = issues.map(({ path, message }) => {
    const where = path.map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
    return `${where === '' ? 'the list' : where} ${message}`;
  });
  const more = problems.length - MAX_SHOWN_PROBLEMS;
  return [...problems.slice(0, MAX_SHOWN_PROBLEMS), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
