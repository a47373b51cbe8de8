import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { GatehouseError } from '../protocol/errors.ts';
import { messages } from '../protocol/messages.ts';
import { BackendHandshake, GatewayHandshake, NONCE_BYTES, speaksVersion } from './link-handshake.ts';
import { OWN_LINK_FEATURES } from './link-protocol.ts';

const GATEWAY = { id: 'gh:Gateway:a', incarnation: 'inc-a' };
const BACKEND = { id: 'gh:Game:g1', incarnation: 'inc-1' };

function nonce(fill: number): Uint8Array {
  return new Uint8Array(NONCE_BYTES).fill(fill);
}

function gatewaySide(changes: { secret?: string; expected?: typeof BACKEND; version?: number } = {}): GatewayHandshake {
  return new GatewayHandshake({ self: GATEWAY, expected: BACKEND, secret: 'secret', nonce: nonce(1), ...changes });
}

function backendSide(changes: { secret?: string; nonce?: Uint8Array; version?: number } = {}): BackendHandshake {
  return new BackendHandshake({ self: BACKEND, secret: 'secret', nonce: nonce(2), ...changes });
}

/** `why` of the LINK_REFUSED thrown, or another code. */
function refusal(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (!(error instanceof GatehouseError)) throw error;
    return error.code === 'LINK_REFUSED' ? error.fields.why : error.code;
  }
  return 'nothing';
}

test('handshake: both sides prove each other', () => {
  const gateway = gatewaySide();
  const backend = backendSide();
  assert.is(backend.expects, 'hello');
  const answer = gateway.answer(backend.hello(gateway.hello()));
  assert.is(backend.expects, 'proof');
  assert.equal(backend.proof(answer.proof), { peer: GATEWAY, features: OWN_LINK_FEATURES });
  assert.equal({ peer: answer.peer, features: answer.features }, { peer: BACKEND, features: OWN_LINK_FEATURES });
  assert.is(backend.expects, 'nothing');
});

const refusedByGateway: [why: string, gateway: Parameters<typeof gatewaySide>[0]][] = [
  ['secret', { secret: 'other' }],
  ['secret', { secret: '' }],
  ['id', { expected: { ...BACKEND, id: 'gh:Game:g2' } }],
  ['incarnation', { expected: { ...BACKEND, incarnation: 'older' } }],
];
for (const [why, changes] of refusedByGateway) {
  test(`handshake: the gateway refuses a wrong ${why} (${JSON.stringify(changes)})`, () => {
    const gateway = gatewaySide(changes);
    const hello = backendSide().hello(gateway.hello());
    assert.is(
      refusal(() => gateway.answer(hello)),
      why,
    );
  });
}

test('handshake: a refused incarnation says which one was found, proven', () => {
  const gateway = gatewaySide({ expected: { ...BACKEND, incarnation: 'older' } });
  const hello = backendSide().hello(gateway.hello());
  try {
    gateway.answer(hello);
    assert.unreachable();
  } catch (error) {
    assert.equal((error as GatehouseError).fields, { why: 'incarnation', expected: 'older', found: 'inc-1' });
  }
});

test('handshake: a proof replayed to a new nonce is refused', () => {
  const gateway = gatewaySide();
  const hello = gateway.hello();
  const { proof } = gateway.answer(backendSide().hello(hello));
  const later = backendSide({ nonce: nonce(3) });
  later.hello(hello);
  assert.is(
    refusal(() => later.proof(proof)),
    'secret',
  );
});

test("handshake: the backend's own proof is not the gateway's", () => {
  const backend = backendSide();
  const { proof } = messages.LinkHello.decode(backend.hello(gatewaySide().hello()));
  assert.is(
    refusal(() => backend.proof(messages.LinkProof.encode({ proof }).finish())),
    'secret',
  );
});

const wrongProofs: [name: string, proof: Uint8Array][] = [
  ['absent', new Uint8Array(0)],
  ['too short', new Uint8Array(31)],
  ['zeros', new Uint8Array(32)],
];
for (const [name, proof] of wrongProofs) {
  test(`handshake: a proof that is ${name} is refused, and a second try too`, () => {
    const backend = backendSide();
    backend.hello(gatewaySide().hello());
    const body = messages.LinkProof.encode({ proof }).finish();
    assert.is(
      refusal(() => backend.proof(body)),
      'secret',
    );
    assert.is(
      refusal(() => backend.proof(body)),
      'order',
    );
  });
}

test('handshake: a proof before hello is refused', () => {
  assert.is(
    refusal(() => backendSide().proof(new Uint8Array(0))),
    'order',
  );
});

const wrongHellos: [name: string, hello: Parameters<typeof messages.LinkHello.encode>[0]][] = [
  ['of a backend', { version: 1, role: 'backend', ...GATEWAY, nonce: nonce(1) }],
  ['without id', { version: 1, role: 'gateway', incarnation: 'x', nonce: nonce(1) }],
  ['without incarnation', { version: 1, role: 'gateway', id: 'x', nonce: nonce(1) }],
  ['with a short nonce', { version: 1, role: 'gateway', ...GATEWAY, nonce: new Uint8Array(15) }],
];
for (const [name, hello] of wrongHellos) {
  test(`handshake: the backend refuses a hello ${name}`, () => {
    assert.is(
      refusal(() => backendSide().hello(messages.LinkHello.encode(hello).finish())),
      'hello',
    );
  });
}

test('handshake: garbage is BAD_FRAME', () => {
  assert.is(
    refusal(() => backendSide().hello(Uint8Array.of(0x12, 0x7f))),
    'BAD_FRAME',
  );
});

test('handshake: versions too far apart are named by the gateway, and the backend gives no proof', () => {
  const gateway = gatewaySide({ version: 3 });
  const backend = backendSide({ version: 1 });
  const hello = backend.hello(gateway.hello());
  assert.is(messages.LinkHello.decode(hello).proof.length, 0);
  assert.is(backend.expects, 'nothing');
  assert.is(
    refusal(() => gateway.answer(hello)),
    'version',
  );
});

test('handshake: neighbouring versions speak', () => {
  for (const [one, other] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const gateway = gatewaySide({ version: one });
    const backend = backendSide({ version: other });
    backend.proof(gateway.answer(backend.hello(gateway.hello())).proof);
  }
});

const versions: [theirs: number, own: number, speaks: boolean][] = [
  [1, 1, true],
  [0, 1, false],
  [2, 1, true],
  [3, 1, false],
  [4, 5, true],
  [3, 5, false],
];
for (const [theirs, own, speaks] of versions) {
  test(`handshake: version ${own} ${speaks ? 'speaks' : 'does not speak'} with ${theirs}`, () => {
    assert.is(speaksVersion(theirs, own), speaks);
  });
}

test.run();
