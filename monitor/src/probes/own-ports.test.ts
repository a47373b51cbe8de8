import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ownPorts } from './own-ports.ts';

const FILE = 'file:gatehouse-monitor.db';
const CASES: [name: string, redis: string | undefined, database: string, ports: number[]][] = [
  ['a file, no cluster', undefined, FILE, [7490]],
  ['a port in the URL', 'redis://user:password@127.0.0.1:6380/2', FILE, [7490, 6380]],
  ['no port in the URL', 'redis://localhost', FILE, [7490, 6379]],
  ['Redis over TLS', 'rediss://[::1]', FILE, [7490, 6379]],
  ['sentinels', 'redis+sentinel://:password@a:26380,b/mymaster', FILE, [7490, 26380, 26379, 6379]],
  ['PostgreSQL', undefined, 'postgres://user:password@localhost/monitor', [7490, 5432]],
  ['PostgreSQL by its long name', 'redis://a:1', 'postgresql://b:5433/monitor', [7490, 1, 5433]],
];
for (const [name, REDIS_URL, DATABASE_URL, ports] of CASES) {
  test(`own ports: ${name}`, () => assert.equal(ownPorts({ MONITOR_PORT: 7490, REDIS_URL, DATABASE_URL }), ports));
}

test.run();
