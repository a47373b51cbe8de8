import type { Script, ScriptArgument } from '@gatehouse/shared/cluster/script';

type Fields = Map<string, string>;
type ScriptBody = (fields: Fields, args: readonly string[]) => unknown;

interface Command {
  readonly execute: () => unknown;
  readonly resolve: (reply: unknown) => void;
}

/** What the scripts of sessions do, on one hash for each user; deadlines, TTLs and bounds are left out. */
const SCRIPTS: Readonly<Record<string, (redis: ModelRedis) => ScriptBody>> = {
  'claim-session': redis => (fields, args) => redis.claim(fields, args),
  'confirm-session': () => confirmSession,
  'assert-session': () => assertSession,
  'set-location':
    () =>
    (fields, [epoch, name = '', value = '']) => {
      if (fields.get('epoch') !== epoch) return 0;
      fields.set(name, value);
      return 1;
    },
  // Who is away matters only under reject-new, and the model's gateways let the newest login in.
  'leave-session':
    () =>
    (fields, [token]) =>
      fields.get('token') === token ? 1 : 0,
};

/** The data that all gateways share. */
export class ModelRedis {
  private readonly hashes = new Map<string, Fields>();
  private lastEpoch = 0;

  run(script: Script, [key = '']: readonly string[], args: readonly ScriptArgument[]): unknown {
    const body = SCRIPTS[script.name];
    if (body === undefined) throw new Error(`the model does not know ${script.name}`);
    const fields = this.hashes.get(key) ?? new Map<string, string>();
    this.hashes.set(key, fields);
    return body(this)(fields, args.map(String));
  }

  claim(fields: Fields, args: readonly string[]): readonly string[] {
    const [gateway = '', incarnation = '', newSession = '', token = '', presented = '', policy] = args;
    const stored = ['gateway', 'incarnation', 'session', 'epoch'].map(name => fields.get(name) ?? '');
    const newest = fields.get('token') ?? '';
    const older = words(fields, 'olderTokens');
    const isGood = presented !== '' && (presented === newest || older.includes(presented));
    if (!isGood && policy === 'resume-only') return ['void'];
    if (!isGood && words(fields, 'spentTokens').includes(presented)) return ['spent'];
    const session = isGood ? (fields.get('session') ?? '') : newSession;
    const epoch = String(++this.lastEpoch);
    setAll(fields, { gateway, incarnation, session, epoch, token });
    if (!isGood) setAll(fields, { olderTokens: '', spentTokens: '' });
    else if (presented === older[0]) setAll(fields, { olderTokens: [...older, newest].join(' ') });
    else {
      setAll(fields, { olderTokens: [...older, newest].filter(other => other !== presented).join(' ') });
      spendOlder(fields);
      setAll(fields, { olderTokens: presented });
    }
    const location = ['lobbyServer', 'lobbyRoom', 'room'].map(name => fields.get(name) ?? '');
    return [isGood ? 'resumed' : 'claimed', ...stored, session, epoch, ...location];
  }
}

/** One gateway's connection: commands are executed in order, and answered in order, when the model says so. */
export class ModelRedisConnection {
  private readonly redis: ModelRedis;
  private readonly sent: Command[] = [];
  private readonly answers: (() => void)[] = [];

  constructor(redis: ModelRedis) {
    this.redis = redis;
  }

  run(script: Script, keys: readonly string[], args: readonly ScriptArgument[]): Promise<unknown> {
    return new Promise(resolve => {
      this.sent.push({ execute: () => this.redis.run(script, keys, args), resolve });
    });
  }

  execute(): boolean {
    const command = this.sent.shift();
    if (command === undefined) return false;
    const reply = command.execute();
    this.answers.push(() => command.resolve(reply));
    return true;
  }

  answer(): boolean {
    const answer = this.answers.shift();
    answer?.();
    return answer !== undefined;
  }

  /** Asked only by what the model leaves out. */
  read(): never {
    throw new Error('the model reads nothing');
  }

  nowMs(): number {
    return 0;
  }

  onReconnected(): () => void {
    return () => {};
  }
}

function confirmSession(fields: Fields, [epoch = '', session = '']: readonly string[]): string {
  const stored = fields.get('epoch') ?? '0';
  if (Number(stored) > Number(epoch)) return fields.get('session') === session ? 'resumed' : 'superseded';
  if (stored === epoch) spendOlder(fields);
  return 'ours';
}

function assertSession(fields: Fields, args: readonly string[]): string {
  const [gateway = '', incarnation = '', session = '', epoch = '', token = ''] = args;
  const stored = Number(fields.get('epoch') ?? 0);
  if (stored > Number(epoch)) return fields.get('session') === session ? 'resumed' : 'superseded';
  if (stored < Number(epoch)) {
    setAll(fields, { gateway, incarnation, session, epoch, token, olderTokens: '', spentTokens: '' });
  }
  return 'ours';
}

function spendOlder(fields: Fields): void {
  const spent = [...words(fields, 'spentTokens'), ...words(fields, 'olderTokens')];
  setAll(fields, { olderTokens: '', spentTokens: spent.join(' ') });
}

function setAll(fields: Fields, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) fields.set(name, value);
}

function words(fields: Fields, name: string): string[] {
  return (fields.get(name) ?? '').split(' ').filter(word => word !== '');
}
