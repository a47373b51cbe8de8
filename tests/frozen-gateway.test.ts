import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { gather, hearEachOther, PulsePlayer, startRound } from './harness/pulse-player.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// A gateway that says and reads nothing any more: backends close its link, and its players go on when it wakes. On TCP.

interface Frozen {
  cluster: TestCluster;
  tcpUrls: string[];
}

const frozen = suite<Frozen>('frozen gateway');
frozen.before(
  reported(async context => {
    context.cluster = await TestCluster.start({
      gateways: 2,
      healthIntervalMs: 500,
      gameServerEntry: 'tests/rooms/test-game-server.ts',
      env: { HEARTBEAT_MS: '500' },
    });
    context.tcpUrls = await context.cluster.tcpUrls();
  }),
);
frozen.after(({ cluster }) => cluster.stop());

frozen('players on TCP play through two gateways', async ({ tcpUrls }) => {
  const players = await Promise.all(tcpUrls.map((url, n) => PulsePlayer.connect([url], `P${n}`)));
  await gather(players);
  await startRound(players);
  await hearEachOther(players);
  assert.equal(
    players.flatMap(({ faults }) => faults),
    [],
  );
  for (const player of players) player.close();
});

frozen(
  'the game server closes the link of a silent gateway; its player goes on when it wakes, with nothing lost',
  async context => {
    const { cluster, tcpUrls } = context;
    const [first = '', second = ''] = tcpUrls;
    const [gateway] = cluster.gateways;
    const stays = await PulsePlayer.connect([second], 'Stays');
    const moves = await PulsePlayer.connect([first], 'Moves');
    await gather([stays, moves]);
    await startRound([stays, moves]);
    const gone = cluster.logged(cluster.gameServers, 'link.closed');
    gateway?.kill('SIGSTOP');
    const { error } = await gone;
    assert.equal((error as { fields?: object }).fields ?? error, { silentIntervals: 5 });
    gateway?.kill('SIGCONT');
    await moves.heard.first(({ from }) => from === 'Stays');
    await moves.hears(stays);
    await stays.hears(moves);
    assert.equal([...stays.faults, ...moves.faults], []);
    assert.ok(moves.resumed.includes('room'));
    for (const player of [stays, moves]) player.close();
  },
);

frozen.run();
