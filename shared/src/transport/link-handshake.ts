import { createHmac, timingSafeEqual } from 'node:crypto';
import { GatehouseError } from '../protocol/errors.ts';
import { decodeMessage, type gatehouse, messages } from '../protocol/messages.ts';
import { LINK_VERSION, type LinkIdentity, type LinkRole, OWN_LINK_FEATURES } from './link-protocol.ts';

/** Random bytes of each hello. */
export const NONCE_BYTES = 16;

/** What both proofs speak about. */
export interface Transcript {
  readonly gatewayNonce: Uint8Array;
  readonly backendNonce: Uint8Array;
  readonly gateway: LinkIdentity;
  readonly backend: LinkIdentity;
}

export interface HandshakeOptions {
  self: LinkIdentity;
  secret: string;
  /** Fresh random bytes for this connection. */
  nonce: Uint8Array;
  /** Of this side; tests pass others. */
  version?: number;
  features?: number;
}

/** Whom the handshake proved, and the features that both sides have. */
export interface ProvenPeer {
  readonly peer: LinkIdentity;
  readonly features: number;
}

/** HMAC-SHA256 of `proofInput` with the bytes of the secret. */
export function linkProof(role: LinkRole, transcript: Transcript, secret: string): Uint8Array {
  return createHmac('sha256', secret).update(proofInput(role, transcript)).digest();
}

/** Role, nonces, ids and incarnations, each after its length as u32, big endian. */
export function proofInput(role: LinkRole, transcript: Transcript): Uint8Array {
  const { gatewayNonce, backendNonce, gateway, backend } = transcript;
  const parts = [role, gatewayNonce, backendNonce, gateway.id, backend.id, gateway.incarnation, backend.incarnation];
  return Buffer.concat(
    parts.flatMap(part => {
      const bytes = Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );
}

/** The dialling side: hello(), then answer(the backend's hello). Pure but for the HMAC. */
export class GatewayHandshake {
  private readonly options: HandshakeOptions;
  private readonly expected: LinkIdentity;

  constructor(options: HandshakeOptions & { expected: LinkIdentity }) {
    this.options = options;
    this.expected = options.expected;
  }

  hello(): Uint8Array {
    return encodeHello('gateway', this.options);
  }

  /**
   * Body of the proof to send, after which the link is open.
   * @throws GatehouseError LINK_REFUSED {why: version, hello, secret, id, incarnation}; `found` of the last two is proven.
   */
  answer(body: Uint8Array): ProvenPeer & { proof: Uint8Array } {
    const { self, secret, nonce, version } = this.options;
    const hello = readHello(body, 'backend');
    if (!speaksVersion(hello.version, version ?? LINK_VERSION)) throw refused('version', { found: hello.version });
    const peer = { id: hello.id, incarnation: hello.incarnation };
    const transcript = { gatewayNonce: nonce, backendNonce: hello.nonce, gateway: self, backend: peer };
    if (!sameBytes(hello.proof, linkProof('backend', transcript, secret))) throw refused('secret', {});
    for (const field of ['id', 'incarnation'] as const) {
      const wanted = this.expected[field];
      if (peer[field] !== wanted) throw refused(field, { expected: wanted, found: peer[field] });
    }
    const proof = messages.LinkProof.encode({ proof: linkProof('gateway', transcript, secret) }).finish();
    return { peer, features: hello.features & OWN_LINK_FEATURES, proof };
  }
}

type BackendState =
  | { kind: 'helloExpected' }
  | { kind: 'proofExpected'; wanted: Uint8Array; proven: ProvenPeer }
  | { kind: 'over' };

/** The listening side: hello(the gateway's hello), then proof(its proof). Pure but for the HMAC. */
export class BackendHandshake {
  private readonly options: HandshakeOptions;
  private state: BackendState = { kind: 'helloExpected' };

  constructor(options: HandshakeOptions) {
    this.options = options;
  }

  get expects(): 'hello' | 'proof' | 'nothing' {
    const { kind } = this.state;
    if (kind === 'over') return 'nothing';
    return kind === 'helloExpected' ? 'hello' : 'proof';
  }

  /**
   * Body of the hello to answer with; without a proof when the versions do not fit, so that the gateway sees why.
   * @throws GatehouseError LINK_REFUSED {why: hello}
   */
  hello(body: Uint8Array): Uint8Array {
    const { self, secret, nonce, version } = this.options;
    const hello = readHello(body, 'gateway');
    if (!speaksVersion(hello.version, version ?? LINK_VERSION)) {
      this.state = { kind: 'over' };
      return encodeHello('backend', this.options);
    }
    const peer = { id: hello.id, incarnation: hello.incarnation };
    const transcript = { gatewayNonce: hello.nonce, backendNonce: nonce, gateway: peer, backend: self };
    const proven = { peer, features: hello.features & OWN_LINK_FEATURES };
    this.state = { kind: 'proofExpected', wanted: linkProof('gateway', transcript, secret), proven };
    return encodeHello('backend', this.options, linkProof('backend', transcript, secret));
  }

  /** @throws GatehouseError LINK_REFUSED {why: secret} */
  proof(body: Uint8Array): ProvenPeer {
    const { state } = this;
    this.state = { kind: 'over' };
    if (state.kind !== 'proofExpected') throw refused('order', {});
    if (!sameBytes(decodeMessage(messages.LinkProof, body).proof, state.wanted)) throw refused('secret', {});
    return state.proven;
  }
}

/** Version N speaks with N − 1, and N + 1 with it. */
export function speaksVersion(theirs: number, own: number): boolean {
  return theirs >= 1 && Math.abs(theirs - own) <= 1;
}

function encodeHello(role: LinkRole, options: HandshakeOptions, proof?: Uint8Array): Uint8Array {
  const { self, nonce, version = LINK_VERSION, features = OWN_LINK_FEATURES } = options;
  const hello = { version, role, id: self.id, incarnation: self.incarnation, nonce, features };
  return messages.LinkHello.encode(proof === undefined ? hello : { ...hello, proof }).finish();
}

function readHello(body: Uint8Array, role: LinkRole): gatehouse.LinkHello {
  const hello = decodeMessage(messages.LinkHello, body);
  const complete = hello.id !== '' && hello.incarnation !== '' && hello.nonce.length === NONCE_BYTES;
  if (hello.role !== role || !complete) throw refused('hello', { expectedRole: role });
  return hello;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(why: string, fields: Record<string, unknown>): GatehouseError {
  return new GatehouseError('LINK_REFUSED', { why, ...fields });
}
