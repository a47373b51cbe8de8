import { GatehouseError } from '@gatehouse/shared/protocol/errors';
import type { gatehouse } from '@gatehouse/shared/protocol/messages';
import { jwtVerify } from 'jose';
import { nanoid } from 'nanoid';

/** Who a player is. */
export interface Identity {
  /** 1–64 characters of [A-Za-z0-9_.-]; a guest's begins with `guest-`. */
  readonly userId: string;
  /** 1–32 characters, for other players to read. */
  readonly name: string;
}

export interface IdentityRules {
  /** Key of the HS256 tokens; undefined: no token is accepted. */
  readonly jwtSecret: string | undefined;
  readonly allowGuests: boolean;
}

/** Begins the user id of every guest, and of nobody else. */
export const GUEST_PREFIX = 'guest-';

const USER_ID = /^[A-Za-z0-9_.-]{1,64}$/;
// No control characters, no direction marks, nothing that breaks a line or a log.
const NAME = /^[^\p{C}\p{Zl}\p{Zp}]{1,32}$/u;

/**
 * Who says HELLO. A token names the user by `sub` and `name` (optional, else the user id); its `exp` is honoured.
 * @throws GatehouseError UNAUTHORIZED; `why` says which rule, never the token.
 */
export async function identify(hello: gatehouse.Hello, rules: IdentityRules): Promise<Identity> {
  if (hello.token !== '') return identifyByToken(hello.token, rules.jwtSecret);
  if (!rules.allowGuests) throw refusal('a token is needed: guests are not allowed here');
  const name = hello.guestName.trim();
  if (!NAME.test(name)) throw refusal('a guest name has 1 to 32 printable characters');
  return { userId: `${GUEST_PREFIX}${nanoid(16)}`, name };
}

async function identifyByToken(token: string, jwtSecret: string | undefined): Promise<Identity> {
  if (jwtSecret === undefined) throw refusal('tokens are not accepted: JWT_SECRET is not set');
  const { sub, name } = await verify(token, jwtSecret);
  if (sub === undefined || !USER_ID.test(sub)) throw refusal('`sub` must be 1 to 64 of A–Z a–z 0–9 _ . -');
  if (sub.startsWith(GUEST_PREFIX)) throw refusal(`\`sub\` must not begin with ${GUEST_PREFIX}`);
  return { userId: sub, name: typeof name === 'string' && NAME.test(name) ? name : sub.slice(0, 32) };
}

async function verify(token: string, jwtSecret: string): Promise<{ sub?: string; name?: unknown }> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(jwtSecret), { algorithms: ['HS256'] });
    return payload;
  } catch (cause) {
    throw refusal('the token is not valid or has expired', cause);
  }
}

function refusal(why: string, cause?: unknown): GatehouseError {
  return new GatehouseError('UNAUTHORIZED', { why }, cause === undefined ? {} : { cause });
}
