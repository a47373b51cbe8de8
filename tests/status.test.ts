import { execFile } from 'node:child_process';
import { compiledFile, root } from '@gatehouse/scripts/checkout';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';
import { testIntervalMs } from './harness/test-interval.ts';

// `npm run status` of a cluster that is well, that has lost a server, and whose Redis is gone.

interface Status {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

const status = suite<{ cluster: TestCluster }>('status');
status.before(
  reported(async context => {
    context.cluster = await TestCluster.start({ gameServers: 2, healthIntervalMs: testIntervalMs(2000) });
  }),
);
status.after(({ cluster }) => cluster.stop());

status('of a healthy cluster: every server, exit code 0', async ({ cluster }) => {
  const { code, output, complaint } = await statusOf(cluster);
  assert.equal([code, complaint], [0, ''], output);
  assert.match(output, /^Cluster gh at redis:\/\/127\.0\.0\.1:\d+: healthy\n/);
  for (const row of [/^gw1 +up /m, /^g1 +Game +up +0 /m, /^g2 +Game +up +0 /m, /^l1 +Lobby +up +0 /m]) {
    assert.match(output, row);
  }
  assert.not(output.includes(cluster.redis.password));
});

status('of a cluster with a killed game server: it is named, exit code 1', async ({ cluster }) => {
  const [gateway] = cluster.gateways;
  cluster.server('gh:Game:g1').kill('SIGKILL');
  await gateway?.waitForEvent('server.lost', ({ server }) => server === 'gh:Game:g1');
  const text = await statusOf(cluster);
  assert.is(text.code, 1, text.complaint);
  assert.match(text.output, /^ {2}! gh:Game:g1 is lost: its games are over$/m);
  const json = await statusOf(cluster, '--json');
  assert.is(json.code, 1);
  const { health, problems, servers } = JSON.parse(json.output);
  assert.equal([health, problems], ['degraded', ['gh:Game:g1 is lost: its games are over']]);
  const states = servers.map(({ id, state }: { id: string; state: string }) => `${id} ${state}`);
  assert.equal(states, ['gh:Game:g1 lost', 'gh:Game:g2 up', 'gh:Lobby:l1 up']);
});

status('of a cluster that cannot be asked: exit code 2, and which Redis was meant', async ({ cluster }) => {
  await cluster.redis.kill();
  const { code, output, complaint } = await statusOf(cluster, '--json');
  assert.is(code, 2);
  assert.is(JSON.parse(output).health, 'unknown');
  const port = new URL(cluster.redis.url).port;
  assert.match(complaint, `redis://127.0.0.1:${port} does not answer`);
  assert.match(complaint, '(taken from REDIS_URL)');
  assert.not(complaint.includes(cluster.redis.password));
  assert.equal((await statusOf(cluster, '--verbose')).code, 2);
});

status.run();

function statusOf(cluster: TestCluster, ...flags: string[]): Promise<Status> {
  const env = { REDIS_URL: cluster.redis.url };
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [compiledFile('scripts/status.ts'), ...flags],
      { cwd: root, env },
      (error, output, complaint) => {
        resolve({ code: error === null ? 0 : Number(error.code), output, complaint });
      },
    );
  });
}
