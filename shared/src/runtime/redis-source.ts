/** One host of a list, as it is dialled; IPv6 without brackets. */
export interface RedisHost {
  readonly host: string;
  readonly port: number;
}

export interface RedisLogin {
  readonly username?: string;
  readonly password?: string;
}

export interface SentinelSource {
  readonly kind: 'sentinels';
  readonly sentinels: readonly RedisHost[];
  /** What the sentinels call it. */
  readonly master: string;
  readonly database: number;
  /** At the master and its replicas. */
  readonly login: RedisLogin;
  /** At the sentinels. */
  readonly sentinelLogin: RedisLogin;
}

/** What a REDIS_URL means. */
export type RedisSource =
  | { readonly kind: 'one'; readonly url: string }
  | SentinelSource
  /** `must` completes the sentence "<variable> is … but <must>" and shows no part of the URL that may be secret. */
  | { readonly kind: 'wrong'; readonly must: string };

const ONE = /^rediss?:\/\/\S+$/;
const ONE_MUST = 'must be a URL like redis://user:password@host:6379 or redis+sentinel://host1,host2,host3/mymaster';
const SENTINELS_MUST = 'must be like redis+sentinel://user:password@host1:26379,host2:26379,host3:26379/mymaster';
const SENTINELS = /^redis\+sentinel:\/\/(?:([^/?#]*)@)?([^@/?#]+)\/([A-Za-z0-9._-]+)(?:\/(\d{1,4}))?\/?(?:\?([^#]*))?$/;
const HOST = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/;
const SENTINEL_PORT = 26_379;
const HIGHEST_PORT = 65_535;
const PARAMETERS = ['sentinel_username', 'sentinel_password'];

/**
 * Pure. `redis://…` and `rediss://…` name one Redis; `redis+sentinel://…` names sentinels, in the form that other programs take
 * too: `redis+sentinel://[[user]:password@]host[:port][,…]/<master name>[/<database>][?sentinel_username=…&sentinel_password=…]`.
 */
export function parseRedisUrl(url: string): RedisSource {
  if (/\s/.test(url)) return wrong(ONE_MUST);
  if (ONE.test(url)) return { kind: 'one', url };
  if (url.startsWith('rediss+sentinel:')) return wrong('must not ask for TLS: with sentinels there is none yet');
  if (!url.startsWith('redis+sentinel:')) return wrong(ONE_MUST);
  const [, userInfo, hosts, master, database, parameters] = SENTINELS.exec(url) ?? [];
  if (hosts === undefined || master === undefined) {
    return wrong(`${SENTINELS_MUST}; "/", "?", "#", "@" and "%" in a password are written %2F, %3F, %23, %40 and %25`);
  }
  try {
    const sentinels = hosts.split(',').map(parseHost);
    const logins = { login: loginOf(userInfo), sentinelLogin: sentinelLoginOf(parameters) };
    return { kind: 'sentinels', sentinels, master, database: Number(database ?? 0), ...logins };
  } catch (error) {
    return wrong(error instanceof Problem ? error.message : `${SENTINELS_MUST}; a "%" in it is written %25`);
  }
}

class Problem extends Error {}

function wrong(must: string): RedisSource {
  return { kind: 'wrong', must };
}

function parseHost(text: string): RedisHost {
  const [, bracketed, plain, written] = HOST.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(written ?? SENTINEL_PORT);
  if (host !== undefined && port >= 1 && port <= HIGHEST_PORT) return { host, port };
  throw new Problem('must list its sentinels as host:port,host:port with ports from 1 to 65535; IPv6 in brackets');
}

/** @throws URIError */
function loginOf(userInfo: string | undefined): RedisLogin {
  if (userInfo === undefined) return {};
  const colon = userInfo.indexOf(':');
  if (colon < 0) throw new Problem('must have user:password or :password before the "@"');
  return login(decodeURIComponent(userInfo.slice(0, colon)), decodeURIComponent(userInfo.slice(colon + 1)));
}

function sentinelLoginOf(parameters: string | undefined): RedisLogin {
  const given = new URLSearchParams(parameters?.replaceAll('+', '%2B')); // a plus is one, as in the user info
  if ([...given.keys()].some(name => !PARAMETERS.includes(name))) {
    throw new Problem(`may have ${PARAMETERS.join(' and ')} after the "?", and nothing else`);
  }
  return login(given.get('sentinel_username') ?? '', given.get('sentinel_password') ?? '');
}

function login(username: string, password: string): RedisLogin {
  return { ...(username === '' ? {} : { username }), ...(password === '' ? {} : { password }) };
}
