import { type Client, connect, type GameRoom } from '@gatehouse/client';
import { messages } from '@gatehouse/example-echo/messages';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Observations } from './harness/observations.ts';
import { PythonProgram, pythonMissing } from './harness/python-program.ts';
import { reported } from './harness/reported.ts';
import { TestCluster } from './harness/test-cluster.ts';

// The client in Python, over WebSocket and over TCP, in one room with a client on the SDK: three gateways, two lobby servers.

const LINES = 20;
const SAYS = 'somebody says: ';

interface Context {
  cluster: TestCluster;
  sdk: Client;
  room: GameRoom<typeof messages>;
  /** What the player on the SDK hears. */
  heard: Observations<string>;
  overWebSocket: PythonProgram;
  overTcp: PythonProgram;
}

const python = suite<Context>('python client');
const onPython = testUnless(pythonMissing, python);
if (pythonMissing === undefined) {
  python.before(
    reported(async context => {
      context.cluster = await TestCluster.start({ gateways: 3, lobbyServers: 2, gameServers: 1 });
      const [last = ''] = (await context.cluster.urls()).slice(-1);
      context.sdk = await connect({ urls: [last], guestName: 'Ann' });
      context.room = await context.sdk.joinOrCreate('echo', { messages });
      context.heard = new Observations('lines that Ann hears');
      context.room.on('say', text => context.heard.add(new TextDecoder().decode(text)));
    }),
  );
  python.after(async context => {
    await context.overWebSocket?.kill();
    await context.overTcp?.kill();
    context.sdk.close();
    await context.cluster.stop();
  });
}

onPython('it joins the room as a guest, over WebSocket and over TCP, and all hear all', async context => {
  const webSocketUrls = await context.cluster.urls();
  const tcpUrls = await Promise.all(
    context.cluster.gateways.map(async gateway => `tcp://127.0.0.1:${(await gateway.ready).tcpPort}`),
  );
  context.overWebSocket = new PythonProgram('python-client/client.py', [...webSocketUrls, '--name', 'Willi']);
  context.overTcp = new PythonProgram('python-client/client.py', [...tcpUrls, '--name', 'Tina']);
  const { overWebSocket, overTcp, room, heard } = context;
  for (const player of [overWebSocket, overTcp]) await player.printed(`in room ${room.roomId}`);

  overWebSocket.type('schön hier');
  overTcp.type('as bytes go');
  room.send('say', new TextEncoder().encode('hello'));
  for (const line of ['schön hier', 'as bytes go', 'hello']) {
    await heard.first(text => text === line);
    for (const player of [overWebSocket, overTcp]) await player.printed(SAYS + line);
  }
});

onPython('its gateway dies: it goes on at the next one, nothing lost, doubled or out of order', async context => {
  const { cluster, overWebSocket, overTcp, room, heard } = context;
  const from = heard.count;
  const players = [overWebSocket, overTcp];
  const printedFrom = players.map(player => player.lines.count);
  for (let n = 1; n <= LINES; n++) {
    for (const player of players) player.type(`line ${n}`);
    room.send('say', new TextEncoder().encode(`from Ann ${n}`));
    if (n === LINES / 2) cluster.first(cluster.gateways).kill('SIGKILL'); // both are there
    await heard.first(text => text === `from Ann ${n}`, { from });
  }
  for (const [index, player] of players.entries()) {
    await player.printed('opened ', printedFrom[index]);
    await player.printed(`${SAYS}from Ann ${LINES}`, printedFrom[index]);
  }
  await heard.first(() => linesIn(heard.all.slice(from), 'line ').length === 2 * LINES);

  const numbers = Array.from({ length: LINES }, (_, index) => index + 1);
  const said = linesIn(heard.all.slice(from), 'line ');
  assert.equal(
    said.slice().sort(byNumber),
    numbers.flatMap(n => [n, n]),
    'each line of both once',
  );
  for (const [index, player] of players.entries()) {
    const printed = player.lines.all.slice(printedFrom[index]);
    assert.equal(linesIn(printed, `${SAYS}from Ann `), numbers, 'each line of Ann once, in order');
    assert.not(
      printed.some(line => line.includes('fresh')),
      'and without a snapshot',
    );
  }
});

onPython('its lobby server dies: DETACHED, and it attaches to the other one', async ({ cluster, overTcp }) => {
  const welcome = await overTcp.printed('welcome ');
  const session = await cluster.inspect.hgetall(`gh:session:${welcome.slice('welcome '.length)}`);
  const from = overTcp.lines.count;
  cluster.server(session.lobbyServer ?? '').kill('SIGKILL');
  await overTcp.printed('detached: ', from);
  await overTcp.printed(`opened ${session.lobbyRoom}`, from);
});

onPython('the game ends: it prints the result', async ({ room, overTcp, overWebSocket }) => {
  overWebSocket.type('/finish Willi won');
  await overTcp.printed('the game is over: ended Willi won');
  await overWebSocket.printed('the game is over: ended Willi won');
  assert.is(await resultOf(room), 'Willi won');
});

python.run();

function linesIn(lines: readonly string[], beginning: string): number[] {
  return lines.filter(line => line.startsWith(beginning)).map(line => Number(line.slice(beginning.length)));
}

function byNumber(a: number, b: number): number {
  return a - b;
}

function resultOf(room: GameRoom<typeof messages>): Promise<string> {
  return new Promise(resolve => room.onEnded(({ result }) => resolve(new TextDecoder().decode(result))));
}
