import { nanoid } from 'nanoid';
import { type Database, transactIfFree } from './database.ts';
import { hashSecret, randomSecret } from './secret-text.ts';
import type { Role } from './users.ts';

/** So that scanners of source code know one that leaked. */
const PREFIX = 'ghm_';
/** Its use is written down at most so often. */
const USED_STEP_MS = 60_000;

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  /** Its own or its owner's, whichever may less. */
  readonly role: Role;
  readonly userId: string;
  readonly createdBy: string;
  readonly createdAt: number;
  /** Null: never. */
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
}

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  readonly userId: string;
  readonly createdBy: string;
  readonly expiresAt: number | null;
}

export async function listTokens(db: Database): Promise<ApiToken[]> {
  const rows = await ownedTokens(db).orderBy('tokens.createdAt').orderBy('tokens.id').execute();
  return rows.map(tokenOf);
}

export async function findToken(db: Database, id: string): Promise<ApiToken | undefined> {
  const row = await ownedTokens(db).where('tokens.id', '=', id).executeTakeFirst();
  return row && tokenOf(row);
}

/** `secret` is the token itself; it is nowhere else. */
export async function addToken(
  transaction: Database,
  wanted: NewToken,
  nowMs: number,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const secret = `${PREFIX}${randomSecret()}`;
  const token = { id: nanoid(), ...wanted, createdAt: nowMs, lastUsedAt: null };
  await transaction
    .insertInto('tokens')
    .values({ ...token, hash: hashSecret(secret) })
    .execute();
  return { token, secret };
}

/** Undefined: there is no such token, or its time is over. */
export async function useToken(db: Database, secret: string, nowMs: number): Promise<ApiToken | undefined> {
  const row = await ownedTokens(db).where('tokens.hash', '=', hashSecret(secret)).executeTakeFirst();
  const token = row && tokenOf(row);
  if (token === undefined || isOver(token, nowMs)) return undefined;
  if (nowMs - (token.lastUsedAt ?? 0) >= USED_STEP_MS) {
    await transactIfFree(db, write =>
      write.updateTable('tokens').set({ lastUsedAt: nowMs }).where('id', '=', token.id).execute(),
    );
  }
  return token;
}

export async function tokenLives(db: Database, id: string, nowMs: number): Promise<boolean> {
  const token = await findToken(db, id);
  return token !== undefined && !isOver(token, nowMs);
}

export async function removeToken(transaction: Database, id: string): Promise<void> {
  await transaction.deleteFrom('tokens').where('id', '=', id).execute();
}

function ownedTokens(db: Database) {
  return db
    .selectFrom('tokens')
    .innerJoin('users', 'users.id', 'tokens.userId')
    .select(['tokens.id', 'tokens.name', 'tokens.role', 'tokens.userId', 'tokens.createdBy', 'tokens.createdAt'])
    .select(['tokens.expiresAt', 'tokens.lastUsedAt', 'users.role as ownerRole']);
}

function tokenOf({ ownerRole, ...token }: ApiToken & { ownerRole: Role }): ApiToken {
  return ownerRole === 'admin' ? token : { ...token, role: 'viewer' };
}

function isOver({ expiresAt }: ApiToken, nowMs: number): boolean {
  return expiresAt !== null && expiresAt <= nowMs;
}
