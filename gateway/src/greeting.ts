import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { leaseLives } from '@gatehouse/shared/cluster/gateway-record';
import type { Keys } from '@gatehouse/shared/cluster/keys';
import {
  type ClaimOutcome,
  claimSession,
  type SessionClaim,
  type SessionOwner,
  type SessionRecord,
} from '@gatehouse/shared/cluster/sessions';
import { GatehouseError, toGatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { nanoid } from 'nanoid';
import { DOUBT_MS, type GivenClaim } from './departures.ts';
import { GUEST_PREFIX, type Identity, type IdentityRules, identify } from './identity.ts';
import { createResumeToken, userOfResumeToken } from './resume-token.ts';

/** What to do with a second login of one user. A good resume token always wins. */
export type LoginPolicy = Exclude<SessionClaim['policy'], 'resume-only'>;

/** A session this gateway has claimed. */
export interface OpenSession {
  readonly record: SessionRecord;
  readonly name: string;
  readonly resumeToken: string;
  /** The same session as before went on. */
  readonly resumed: boolean;
  /** In every log line about this session, here and at the backends. */
  readonly correlationId: string;
  /** The game room this user was last attached to; empty: none. */
  roomId: string;
}

export interface GreeterOptions {
  redis: Pick<ClusterRedis, 'run' | 'read' | 'nowMs'>;
  keys: Keys;
  rules: IdentityRules;
  policy: LoginPolicy;
  self: () => { gateway: string; incarnation: string };
  /** The gateway that held this user must close that session. */
  kick: (previous: SessionOwner, by: SessionOwner) => void;
  /** This claim was not answered: its user is refused, though it may have taken effect, or may yet. */
  doubt: (claim: GivenClaim) => void;
}

/** Turns HELLO into a session: who the user is, and the claim that makes this gateway its owner. */
export class Greeter {
  private readonly options: GreeterOptions;

  constructor(options: GreeterOptions) {
    this.options = options;
  }

  /** @throws GatehouseError UNAUTHORIZED, SUPERSEDED (reject-new), UNAVAILABLE, LATE; `retryAfterMs`: not sooner */
  async greet(hello: gatehouse.Hello): Promise<OpenSession> {
    const resumed = await this.resumeGuest(hello);
    if (resumed !== undefined) return resumed;
    const identity = await identify(hello, this.options.rules);
    const outcome = await this.claim(identity.userId, hello.resumeToken, this.options.policy);
    if (outcome.kind !== 'claimed') throw new GatehouseError('SUPERSEDED', { userId: identity.userId });
    return this.accept(identity, outcome);
  }

  /** A guest has no other proof than the resume token: only a good one gives the id back. */
  private async resumeGuest(hello: gatehouse.Hello): Promise<OpenSession | undefined> {
    if (hello.token !== '' || hello.resumeToken === '') return undefined;
    const userId = userOfResumeToken(hello.resumeToken);
    if (userId === undefined || !userId.startsWith(GUEST_PREFIX)) return undefined;
    const { name } = await identify(hello, this.options.rules);
    const outcome = await this.claim(userId, hello.resumeToken, 'resume-only');
    return outcome.kind === 'claimed' ? this.accept({ userId, name }, outcome) : undefined;
  }

  private async claim(
    userId: string,
    presentedToken: string,
    policy: SessionClaim['policy'],
  ): Promise<ClaimOutcome & { newToken: string }> {
    const { redis, keys, self } = this.options;
    const newToken = createResumeToken(userId);
    const claim: SessionClaim = {
      ...self(),
      userId,
      newSessionId: nanoid(),
      newToken,
      presentedToken: presentedToken === '' ? undefined : presentedToken,
      policy,
    };
    try {
      return { ...(await claimSession(redis, keys, claim, owner => leaseLives(redis, owner))), newToken };
    } catch (error) {
      const { code, fields } = toGatehouseError(error);
      if (code === 'LATE' || fields.sent === false) throw error;
      this.options.doubt({ userId, resumeToken: newToken });
      if (policy !== 'reject-new' || presentedToken !== '') throw error;
      throw new GatehouseError(code, { ...fields, retryAfterMs: DOUBT_MS }); // or it would be refused for this very claim
    }
  }

  private accept(identity: Identity, claimed: ClaimOutcome & { kind: 'claimed'; newToken: string }): OpenSession {
    const { session, resumed, previous, newToken } = claimed;
    if (previous !== undefined) this.options.kick(previous, session);
    const { roomId } = session;
    return { record: session, name: identity.name, resumeToken: newToken, resumed, roomId, correlationId: nanoid(10) };
  }
}
