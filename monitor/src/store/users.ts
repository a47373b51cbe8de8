import { nanoid } from 'nanoid';
import type { Database } from './database.ts';
import type { UserTable } from './schema.ts';

export type Role = UserTable['role'];

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: number;
}

const SHOWN = ['id', 'name', 'role', 'createdAt'] as const;

/** Names differ by more than their case. */
export function userName(text: string): string {
  return text.toLowerCase();
}

export function listUsers(db: Database): Promise<User[]> {
  return db.selectFrom('users').select(SHOWN).orderBy('name').execute();
}

export function findUser(db: Database, id: string): Promise<User | undefined> {
  return db.selectFrom('users').select(SHOWN).where('id', '=', id).executeTakeFirst();
}

/** With the hash of the password. */
export function findLogin(db: Database, name: string): Promise<(User & { password: string }) | undefined> {
  return db.selectFrom('users').selectAll().where('name', '=', userName(name)).executeTakeFirst();
}

export interface NewUser {
  readonly name: string;
  readonly role: Role;
  /** As hashed. */
  readonly password: string;
}

/** @throws what isDuplicate() knows when the name is taken */
export async function addUser(transaction: Database, user: NewUser, nowMs: number): Promise<User> {
  const { name, role, password } = user;
  const added = { id: nanoid(), name: userName(name), role, createdAt: nowMs };
  await transaction
    .insertInto('users')
    .values({ ...added, password })
    .execute();
  return added;
}

export async function changeUser(
  transaction: Database,
  id: string,
  change: { readonly role?: Role | undefined; readonly password?: string | undefined },
): Promise<void> {
  const set = {
    ...(change.role !== undefined && { role: change.role }),
    ...(change.password !== undefined && { password: change.password }),
  };
  if (Object.keys(set).length > 0) await transaction.updateTable('users').set(set).where('id', '=', id).execute();
}

/** With the user go his sessions and tokens. */
export async function removeUser(transaction: Database, id: string): Promise<void> {
  await transaction.deleteFrom('users').where('id', '=', id).execute();
}

export async function countUsers(db: Database, role?: Role): Promise<number> {
  const query = db.selectFrom('users').select(select => select.fn.countAll<number>().as('count'));
  const { count } = await (role === undefined ? query : query.where('role', '=', role)).executeTakeFirstOrThrow();
  return count;
}
