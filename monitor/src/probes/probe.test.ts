import { sleep, systemClock } from '@gatehouse/shared/runtime/clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { targetAddresses } from './address-policy.ts';
import { type ProbeResult, type ProbeTarget, probe } from './probe.ts';
import { TargetStandIns } from './target-stand-ins.ts';

const TIMEOUT_MS = 300;
/** What the product promises. */
const OVERTIME_MS = 100;
const loopback = { allow: [], loopback: true, ownPorts: [], isRegistered: () => false };
const local = targetAddresses(loopback);
const strict = targetAddresses({ ...loopback, loopback: false });

const standIns = new TargetStandIns();
test.after(() => standIns.stop());

type Change = Partial<ProbeTarget>;
function check(port: number, change: Change = {}, policy = local): Promise<ProbeResult> {
  const target = { kind: 'http', host: '127.0.0.1', port, path: '/', secure: false, timeoutMs: TIMEOUT_MS } as const;
  return probe({ ...target, ...change }, { policy, clock: systemClock });
}

const errorOf = (result: ProbeResult) => (result.ok ? 'answered' : result.error);
const webSocket: Change = { kind: 'websocket' };
const overdue = /^no answer within 300 ms$/;
let innerRequests = 0;

const ill: [name: string, port: () => Promise<number>, change: Change, error: RegExp][] = [
  ['never answers', () => standIns.silent(), {}, overdue],
  ['drips a header', () => standIns.drippingHeader(), {}, overdue],
  ['drips a body', () => standIns.drippingBody(), {}, overdue],
  ['resets', () => standIns.resetting(), {}, /^connection reset$/],
  ['is not there', () => standIns.nobody(), {}, /^connection refused$/],
  ['has a bad certificate', () => standIns.badCertificate(), { secure: true }, /^certificate is self-signed$/],
  ['changes the protocol', () => standIns.upgrading(), {}, /^HTTP 101 where nobody asked for it$/],
  ['answers 503', () => standIns.http((_request, response) => response.writeHead(503).end()), {}, /^HTTP 503$/],
  ['speaks another language', () => standIns.tcp(socket => socket.end('SSH-2.0\r\n')), {}, /Parse Error/],
  ['never upgrades', () => standIns.silent(), webSocket, overdue],
  ['drips an upgrade', () => standIns.drippingHeader(), webSocket, overdue],
  ['resets an upgrade', () => standIns.resetting(), webSocket, /^(connection reset|socket hang up)$/],
  [
    'has a bad certificate for wss',
    () => standIns.badCertificate(),
    { ...webSocket, secure: true },
    /^certificate is self-signed$/,
  ],
  [
    'is no WebSocket',
    () => standIns.http((_request, response) => response.end()),
    webSocket,
    /^HTTP 200 instead of a WebSocket$/,
  ],
];
for (const [name, start, change, error] of ill) {
  test(`probe: a target that ${name} has failed in time`, async () => {
    const port = await start();
    const late = sleep(systemClock, TIMEOUT_MS + OVERTIME_MS).then(() => 'later than that' as const); // on the same event loop
    const result = await Promise.race([check(port, change), late]);
    assert.match(result === 'later than that' ? result : errorOf(result), error);
  });
}

test('probe: a redirect inward is not followed', async () => {
  const inner = await standIns.http((_request, response) => {
    innerRequests += 1;
    response.end();
  });
  const outer = await standIns.redirecting(`http://127.0.0.1:${inner}/`);
  assert.is(errorOf(await check(outer)), 'HTTP 302, redirects are not followed');
  assert.is(errorOf(await check(outer, webSocket)), 'HTTP 302 instead of a WebSocket');
  assert.is(errorOf(await check(outer, { path: `//127.0.0.1:${inner}/` })), 'HTTP 302, redirects are not followed');
  assert.is(innerRequests, 0);
});

test('probe: what must not be reached is not, by name or by address', async () => {
  const port = await standIns.http((_request, response) => {
    innerRequests += 1;
    response.end();
  });
  for (const kind of ['http', 'websocket'] as const) {
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '::ffff:127.0.0.1', 'localhost']) {
      assert.match(errorOf(await check(port, { kind, host }, strict)), /is loopback: see PROBE_LOOPBACK/);
    }
  }
  assert.is(innerRequests, 0);
});

test('probe: an answer with its phases', async () => {
  const port = await standIns.http((request, response) => response.end(request.url));
  const result = await check(port, { host: 'localhost', path: '/health?deep=1' });
  assert.ok(result.ok);
  const { dns, connect, tls, firstByte, whole, status } = result.phases;
  assert.ok([dns, connect, firstByte, whole].every(ms => typeof ms === 'number'));
  assert.equal([tls, status], [undefined, 200]);
});

test('probe: an answer without end is whole at 64 KiB', async () => {
  const port = await standIns.http((_request, response) => response.write('x'.repeat(100_000)));
  assert.is(errorOf(await check(port)), 'answered');
});

test('probe: a WebSocket is up when it opens, also when it does not answer the close', async () => {
  const polite = await standIns.webSocket({ answersClose: true });
  const result = await check(polite, webSocket);
  assert.ok(result.ok);
  assert.is(result.phases.note, undefined);
  const rude = await check(await standIns.webSocket({ answersClose: false }), webSocket);
  assert.ok(rude.ok);
  assert.is(rude.phases.note, 'did not answer the close');
});

test.run();
