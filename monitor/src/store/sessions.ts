import { type Database, transactIfFree } from './database.ts';
import { hashSecret, randomSecret } from './secret-text.ts';
import type { User } from './users.ts';

/** A session nobody uses ends after this … */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** … and each one after this. */
export const SESSION_LIFE_MS = 7 * 24 * 3_600_000;
/** Its use is written down at most so often. */
const SEEN_STEP_MS = 60_000;

export interface NewSession {
  /** Only the browser keeps it. */
  readonly cookie: string;
  readonly csrfToken: string;
}

export interface Session {
  readonly id: string;
  readonly csrfToken: string;
  readonly user: User;
}

export async function addSession(transaction: Database, userId: string, nowMs: number): Promise<NewSession> {
  const session = { cookie: randomSecret(), csrfToken: randomSecret() };
  const row = { id: hashSecret(session.cookie), userId, csrfToken: session.csrfToken, createdAt: nowMs, seenAt: nowMs };
  await transaction.insertInto('sessions').values(row).execute();
  return session;
}

/** Undefined: there is none of this cookie, or it has ended. Using it keeps it from ending idle. */
export async function useSession(db: Database, cookie: string, nowMs: number): Promise<Session | undefined> {
  const id = hashSecret(cookie);
  const found = await readSession(db, id, nowMs);
  if (found === undefined) return undefined;
  if (nowMs - found.seenAt >= SEEN_STEP_MS) {
    await transactIfFree(db, write =>
      write.updateTable('sessions').set({ seenAt: nowMs }).where('id', '=', id).execute(),
    );
  }
  return found.session;
}

/** Whether it has neither ended nor been ended. */
export async function sessionLives(db: Database, id: string, nowMs: number): Promise<boolean> {
  return (await readSession(db, id, nowMs)) !== undefined;
}

export async function endSession(transaction: Database, id: string): Promise<void> {
  await transaction.deleteFrom('sessions').where('id', '=', id).execute();
}

/** All of a user, or all but one. */
export async function endSessionsOf(transaction: Database, userId: string, exceptId = ''): Promise<void> {
  await transaction.deleteFrom('sessions').where('userId', '=', userId).where('id', '!=', exceptId).execute();
}

export async function forgetEndedSessions(transaction: Database, nowMs: number): Promise<void> {
  await transaction
    .deleteFrom('sessions')
    .where(where =>
      where.or([where('seenAt', '<', nowMs - SESSION_IDLE_MS), where('createdAt', '<', nowMs - SESSION_LIFE_MS)]),
    )
    .execute();
}

async function readSession(db: Database, id: string, nowMs: number) {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .select(['sessions.csrfToken', 'sessions.seenAt', 'users.id', 'users.name', 'users.role', 'users.createdAt'])
    .where('sessions.id', '=', id)
    .where('sessions.seenAt', '>=', nowMs - SESSION_IDLE_MS)
    .where('sessions.createdAt', '>=', nowMs - SESSION_LIFE_MS)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { csrfToken, seenAt, ...user } = row;
  return { seenAt, session: { id, csrfToken, user } satisfies Session };
}
