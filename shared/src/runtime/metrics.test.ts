import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { silentLog } from './log.ts';
import { LOG_EVENTS } from './log-events.ts';
import { Metrics } from './metrics.ts';
import { MetricsListener } from './metrics-listener.ts';

const TOKEN = 'x'.repeat(32);

/** The lines of one metric. */
async function linesOf(metrics: Metrics, name: string): Promise<string[]> {
  const lines = (await metrics.text()).split('\n');
  return lines.filter(line => line === name || line.startsWith(`${name} `) || line.startsWith(`${name}{`));
}

test('metrics: a scrape reads what is counted elsewhere, each time anew', async () => {
  const metrics = new Metrics();
  let frames = 1;
  metrics.counter({ name: 'frames_total', help: 'Frames', read: () => frames });
  metrics.gauge({ name: 'waiting', help: 'Waiting', read: () => 10 - frames });
  assert.equal(await linesOf(metrics, 'frames_total'), ['frames_total 1']);
  frames = 7;
  assert.equal(await linesOf(metrics, 'frames_total'), ['frames_total 7']);
  assert.equal(await linesOf(metrics, 'waiting'), ['waiting 3']);
});

test('metrics: of several with a label those that are gone are gone', async () => {
  const metrics = new Metrics();
  const states = new Map([
    ['up', 2],
    ['down', 1],
  ]);
  metrics.gauge({ name: 'servers', help: 'Servers', label: 'state', read: () => states });
  assert.equal(await linesOf(metrics, 'servers'), ['servers{state="up"} 2', 'servers{state="down"} 1']);
  states.delete('down');
  assert.equal(await linesOf(metrics, 'servers'), ['servers{state="up"} 2']);
});

test('metrics: Node tells of its memory and its loop', async () => {
  const text = await new Metrics().text();
  for (const name of [
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    assert.match(text, `# TYPE ${name}`);
  }
});

test('events: every level counts, children too, and those that never happened are 0', async () => {
  const metrics = new Metrics();
  const log = metrics.countEvents(silentLog);
  log.debug(LOG_EVENTS.healthVoid);
  log.child({ room: 1 }).info(LOG_EVENTS.roomPlaced);
  log.child({ room: 2 }).child({ seat: 1 }).warn(LOG_EVENTS.roomPlaced);
  log.error(LOG_EVENTS.internalError);
  const lines = await linesOf(metrics, 'gatehouse_events_total');
  assert.is(lines.length, Object.keys(LOG_EVENTS).length);
  const counted = lines.filter(line => !line.endsWith(' 0')).map(line => line.slice('gatehouse_events_total'.length));
  assert.equal(counted.sort(), ['{event="health.void"} 1', '{event="internal.error"} 1', '{event="room.placed"} 2']);
});

async function listen(token: string | undefined, metrics = new Metrics()) {
  const listener = new MetricsListener({ host: '127.0.0.1', port: 0, token, metrics, log: silentLog });
  await listener.start();
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${listener.port}${path}`, { headers });
  return { listener, ask };
}

test('listener: /metrics opens with its token alone, and nothing else is there', async () => {
  const { listener, ask } = await listen(TOKEN);
  const cases: [path: string, authorization: string, status: number][] = [
    ['/metrics', `Bearer ${TOKEN}`, 200],
    ['/metrics', `Bearer ${TOKEN}x`, 401],
    ['/metrics', '', 401],
    ['/metrics', TOKEN, 401],
    ['/metrics?collect=all', `Bearer ${TOKEN}`, 200],
    ['/', `Bearer ${TOKEN}`, 404],
  ];
  for (const [path, authorization, status] of cases) {
    const response = await ask(path, { authorization });
    assert.is(response.status, status, `${path} with "${authorization}"`);
    await response.text();
  }
  listener.stop();
});

test('listener: without a token it is open, and says its type', async () => {
  const { listener, ask } = await listen(undefined);
  const response = await ask('/metrics');
  assert.is(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', 'text/plain; version=0.0.4');
  assert.match(await response.text(), 'process_cpu_seconds_total');
  listener.stop();
});

test('listener: a reading that throws is answered with 500', async () => {
  const metrics = new Metrics();
  const read = () => {
    throw new Error('a defect of ours');
  };
  metrics.gauge({ name: 'defect', help: 'Defect', read });
  const { listener, ask } = await listen(undefined, metrics);
  assert.is((await ask('/metrics')).status, 500);
  listener.stop();
});

test.run();
