import { isIPv6 } from 'node:net';
import { LOG_EVENTS } from '@gatehouse/shared/runtime/log-events';
import { type AttemptLimit, giveBack, reserveAttempt, takeBack } from '../../store/attempts.ts';
import { recordAudit } from '../../store/audit.ts';
import { transact } from '../../store/database.ts';
import { addSession, type NewSession } from '../../store/sessions.ts';
import { findLogin, type User, userName } from '../../store/users.ts';
import type { ApiContext } from '../api-context.ts';
import { Problem } from '../problems.ts';

/** Wrong passwords in a row before a name, and an address, are locked for a while. */
const FREE_BY_NAME = 5;
const FREE_BY_ADDRESS = 20;

export interface PasswordTry {
  readonly name: string;
  readonly password: string;
  readonly address: string;
}

type LoginContext = Pick<ApiContext, 'db' | 'clock' | 'log' | 'passwords'>;

/** @throws Problem LOCKED_OUT, WRONG_PASSWORD, BUSY */
export async function logIn(context: LoginContext, attempt: PasswordTry): Promise<NewSession & { user: User }> {
  const user = await checkPassword(context, attempt, 'WRONG_PASSWORD');
  return transact(context.db, async transaction => {
    const nowMs = context.clock.wallMs();
    const session = await addSession(transaction, user.id, nowMs);
    await recordAudit(transaction, { who: user.name, action: 'login', what: user.name }, nowMs);
    return { ...session, user };
  });
}

/** The user, when the password is right. @throws Problem LOCKED_OUT, BUSY, and `wrong` when it is not */
export async function checkPassword(
  { db, clock, log, passwords }: LoginContext,
  { name, password, address }: PasswordTry,
  wrong: 'WRONG_PASSWORD' | 'WRONG_CURRENT_PASSWORD',
): Promise<User> {
  const byName: AttemptLimit = { what: `name:${userName(name)}`, freeFailures: FREE_BY_NAME };
  const byAddress: AttemptLimit = { what: `address:${networkOf(address)}`, freeFailures: FREE_BY_ADDRESS };
  const nowMs = clock.wallMs();
  const lockedUntilMs = await reserveAttempt(db, [byName, byAddress], nowMs);
  if (lockedUntilMs !== undefined) {
    log.warn(LOG_EVENTS.loginLocked, { name: userName(name), address, lockedForMs: lockedUntilMs - nowMs });
    throw new Problem('LOCKED_OUT', 'too many wrong passwords: wait', lockedUntilMs - nowMs);
  }
  try {
    const user = await findLogin(db, name);
    const isRight = await passwords.fits(password, user?.password);
    if (user === undefined || !isRight) throw new Problem(wrong);
    await transact(db, transaction => takeBack(transaction, byName.what, byAddress.what));
    const { password: _, ...known } = user;
    return known;
  } catch (error) {
    const isWrong = error instanceof Problem && error.code === wrong;
    if (!isWrong) await transact(db, transaction => giveBack(transaction, byName.what, byAddress.what));
    throw error;
  }
}

/** Who has one address of IPv6 has a /64 of them. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const first = head.split(':').filter(part => part !== '');
  const last = tail.split(':').filter(part => part !== '');
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...(address.includes('::') ? zeros : []), ...last].slice(0, 4).join(':');
}
