import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '@gatehouse/scripts/checkout';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';

interface Service {
  image: string;
  command: string[];
  environment: Record<string, string>;
  ports?: string[];
  build?: { dockerfile: string };
  read_only?: boolean;
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const { services }: { services: Record<string, Service> } = parse(text, { merge: true });
const programs = Object.entries(services).filter(([name]) => name !== 'redis');
/** Of the cluster. */
const servers = programs.filter(([name]) => name !== 'monitor');
const gateways = ['gateway-1', 'gateway-2'].map(service);
const SECRETS = [
  ...['CLUSTER_SECRET', 'JWT_SECRET', 'ADMIN_TOKEN', 'HEARTBEAT_TOKEN', 'REDIS_PASSWORD'],
  ...['MONITOR_SECRET', 'MONITOR_ADMIN_PASSWORD'],
];

function service(name: string): Service {
  const found = services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
}

test('compose: Redis, two servers of each kind and a monitor', () => {
  const names = ['redis', 'gateway-1', 'gateway-2', 'lobby-1', 'lobby-2', 'game-1', 'game-2', 'monitor'];
  assert.equal(Object.keys(services), names);
  for (const [name, service] of servers) assert.is(service.environment.SERVER_NAME, name);
});

test('compose: Redis is not published and wants a password', () => {
  assert.is(services.redis?.ports, undefined);
  assert.match(services.redis?.command.join(' ') ?? '', 'requirepass');
  for (const [, { environment }] of programs)
    assert.match(environment.REDIS_URL ?? '', /:\$\{REDIS_PASSWORD:\?[^}]+\}@redis/);
});

test('compose: only gateways and the monitor are published, each port on loopback only and on one port of the machine', () => {
  const published = programs.flatMap(([, { ports = [] }]) => ports);
  for (const port of published) assert.match(port, /^127\.0\.0\.1:(\d+):\1$/);
  assert.is(new Set(published).size, published.length);
  const names = programs.filter(([, { ports }]) => ports !== undefined).map(([name]) => name);
  assert.equal(names, ['gateway-1', 'gateway-2', 'monitor']);
});

test('compose: a gateway listens where it is published', () => {
  for (const { environment, ports } of gateways) {
    const inside = ports?.map(port => port.split(':')[2]);
    assert.equal(inside, [environment.GATEWAY_WS_PORT, environment.GATEWAY_TCP_PORT, environment.GATEWAY_ADMIN_PORT]);
  }
});

test('compose: a backend is dialled by its own name, on the port it listens on', () => {
  for (const [name, { environment }] of servers) {
    if (name.startsWith('gateway')) continue;
    assert.is(environment.ADVERTISED_ADDRESS, `${name}:${environment.LINK_PORT}`);
  }
});

test('compose: every secret must come from the environment; none has a value or a default here', () => {
  for (const secret of SECRETS) {
    const uses = [...text.matchAll(new RegExp(`\\$\\{${secret}(.*?)\\}`, 'g'))];
    assert.ok(uses.length > 0, secret);
    for (const [, rest] of uses) assert.match(rest ?? '', /^:\?/);
  }
  for (const [, { environment }] of programs) {
    for (const [variable, value] of Object.entries(environment)) {
      if (SECRETS.includes(variable)) assert.match(value, new RegExp(`^\\$\\{${variable}:\\?`));
    }
  }
  for (const [, { environment }] of servers) assert.is.not(environment.CLUSTER_SECRET, undefined);
  for (const { environment } of gateways) assert.ok('JWT_SECRET' in environment && 'ADMIN_TOKEN' in environment);
});

test('compose: every server is one image of this checkout, and runs a program of it', () => {
  for (const [, { build, command, read_only: readOnly }] of programs) {
    const dockerfile = readFileSync(join(root, build?.dockerfile ?? ''), 'utf8');
    const [program, file = ''] = command;
    assert.is(program, 'node');
    assert.ok(readOnly);
    assert.match(dockerfile, `COPY --from=build /app/${dirname(file)} ${dirname(file)}\n`);
    const source = file.replace('/dist/', file.startsWith('scripts/') ? '/' : '/src/').replace(/js$/, 'ts');
    assert.ok(existsSync(join(root, source)), source);
  }
});

test.run();
