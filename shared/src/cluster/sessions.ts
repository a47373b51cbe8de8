import { createHash } from 'node:crypto';
import type { ClusterRedis } from './cluster-redis.ts';
import type { Keys } from './keys.ts';
import { loadScript, type Script, type ScriptRunner } from './script.ts';
import { badReply, changed, textList } from './script-reply.ts';

/** A session nobody asserts for so long is forgotten. */
export const SESSION_TTL_MS = 90_000;

/**
 * A higher epoch is stored: `superseded` by another session of this user, or this one is `resumed` over another connection.
 * The one here must close itself. A missing one counts as ours.
 */
export type SessionStanding = 'ours' | 'superseded' | 'resumed';

export interface SessionOwner {
  /** Server id of the gateway and its incarnation: a restarted gateway owns nothing of its predecessor. */
  readonly gateway: string;
  readonly incarnation: string;
  readonly sessionId: string;
  readonly epoch: number;
}

/** Where a user is: the routing table. Empty texts: nowhere. */
export interface SessionRecord extends SessionOwner {
  readonly userId: string;
  readonly lobbyServer: string;
  readonly lobbyRoomId: string;
  readonly roomId: string;
}

export interface SessionClaim {
  readonly userId: string;
  readonly gateway: string;
  readonly incarnation: string;
  /** Used unless the resume token is good: then the old session goes on. */
  readonly newSessionId: string;
  /** Token of the next WELCOME. */
  readonly newToken: string;
  /** Token the client brought. */
  readonly presentedToken: string | undefined;
  /** resume-only: nothing but a good token claims; for users who have no other proof of who they are. */
  readonly policy: 'kick-old' | 'reject-new' | 'resume-only';
}

export type ClaimOutcome =
  | {
      readonly kind: 'claimed';
      readonly session: SessionRecord;
      /** The presented token was good. */
      readonly resumed: boolean;
      /** Who held this user until now; that gateway is to close its connection. */
      readonly previous: SessionOwner | undefined;
    }
  /** reject-new, no good token, the owner is connected and its gateway lives. */
  | { readonly kind: 'rejected'; readonly owner: SessionOwner }
  /** resume-only, and the token is not good. */
  | { readonly kind: 'void' }
  /** A HELLO that comes late: its client has another connection, and newer tokens of this session. */
  | { readonly kind: 'spent' };

const CLAIM = loadScript('claim-session');
const CONFIRM = loadScript('confirm-session');
const ASSERT = loadScript('assert-session');
const LEAVE = loadScript('leave-session');

/**
 * Makes the caller the owner of this user: a higher epoch than anything stored, so that of two claims at once exactly one
 * survives. The presented token stays good until `newToken` is used or confirmSession() is called: WELCOME may get lost. So do
 * tokens that were given for the same one before: the HELLO that brings it may be the late one.
 * `ownerLives` is asked only under reject-new.
 */
export async function claimSession(
  redis: ScriptRunner,
  keys: Keys,
  claim: SessionClaim,
  ownerLives: (owner: SessionOwner) => Promise<boolean>,
): Promise<ClaimOutcome> {
  let deadOwnerEpoch = '';
  for (;;) {
    const reply = textList(
      CLAIM,
      await redis.run(CLAIM, [keys.session(claim.userId)], claimArguments(claim, deadOwnerEpoch)),
    );
    const outcome = parseClaim(claim, reply);
    if (outcome.kind !== 'rejected' || (await ownerLives(outcome.owner))) return outcome;
    deadOwnerEpoch = String(outcome.owner.epoch); // compared by the script: a newer owner is asked about again
  }
}

function claimArguments(claim: SessionClaim, deadOwnerEpoch: string): (string | number)[] {
  return [
    claim.gateway,
    claim.incarnation,
    claim.newSessionId,
    hashToken(claim.newToken),
    claim.presentedToken === undefined ? '' : hashToken(claim.presentedToken),
    claim.policy,
    deadOwnerEpoch,
    SESSION_TTL_MS,
  ];
}

function parseClaim(claim: SessionClaim, reply: readonly string[]): ClaimOutcome {
  const [kind, gateway = '', incarnation = '', sessionId = '', epoch = ''] = reply;
  const stored = epoch === '' ? undefined : { gateway, incarnation, sessionId, epoch: Number(epoch) };
  if (kind === 'void' || kind === 'spent') return { kind };
  if (kind === 'owned' && stored !== undefined) return { kind: 'rejected', owner: stored };
  if (kind !== 'claimed' && kind !== 'resumed') throw badReply(CLAIM, reply);
  const [ownSessionId = '', ownEpoch, lobbyServer = '', lobbyRoomId = '', roomId = ''] = reply.slice(5);
  const session: SessionRecord = {
    userId: claim.userId,
    gateway: claim.gateway,
    incarnation: claim.incarnation,
    sessionId: ownSessionId,
    epoch: Number(ownEpoch),
    lobbyServer,
    lobbyRoomId,
    roomId,
  };
  return { kind: 'claimed', session, resumed: kind === 'resumed', previous: stored };
}

/** The first frame after WELCOME has arrived: the tokens before this one are void from now on. */
export async function confirmSession(
  redis: ScriptRunner,
  keys: Keys,
  session: { userId: string; epoch: number; sessionId: string },
): Promise<SessionStanding> {
  return standing(
    CONFIRM,
    await redis.run(CONFIRM, [keys.session(session.userId)], [session.epoch, session.sessionId]),
  );
}

/** Every 30 s and after each reconnect: keeps a session alive, writes it whole when Redis has forgotten it. */
export async function assertSession(
  redis: ScriptRunner,
  keys: Keys,
  session: SessionRecord & { readonly token: string },
): Promise<SessionStanding> {
  const reply = await redis.run(
    ASSERT,
    [keys.session(session.userId)],
    [
      session.gateway,
      session.incarnation,
      session.sessionId,
      session.epoch,
      hashToken(session.token),
      session.lobbyServer,
      session.lobbyRoomId,
      session.roomId,
      SESSION_TTL_MS,
    ],
  );
  return standing(ASSERT, reply);
}

/**
 * Its connection has ended, or there never was one: whoever logs in now takes the user over, under reject-new too. The client
 * itself may resume. False: the claim that gave this token did not take effect, or there was another one since.
 */
export async function leaveSession(
  redis: ScriptRunner,
  keys: Keys,
  { userId, token }: { userId: string; token: string },
): Promise<boolean> {
  return changed(LEAVE, await redis.run(LEAVE, [keys.session(userId)], [hashToken(token)]));
}

/** Undefined: this user is nowhere in the cluster. */
export async function readSession(
  redis: Pick<ClusterRedis, 'read'>,
  keys: Keys,
  userId: string,
): Promise<SessionRecord | undefined> {
  const fields = await redis.read(commands => commands.hgetall(keys.session(userId)));
  if (fields.epoch === undefined) return undefined;
  return {
    userId,
    gateway: fields.gateway ?? '',
    incarnation: fields.incarnation ?? '',
    sessionId: fields.session ?? '',
    epoch: Number(fields.epoch),
    lobbyServer: fields.lobbyServer ?? '',
    lobbyRoomId: fields.lobbyRoom ?? '',
    roomId: fields.room ?? '',
  };
}

function standing(script: Script, reply: unknown): SessionStanding {
  if (reply === 'ours' || reply === 'superseded' || reply === 'resumed') return reply;
  throw badReply(script, reply);
}

/** Only hashes are stored: who reads Redis cannot take over a session. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
