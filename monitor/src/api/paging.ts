import { type TSchema, Type } from 'typebox';
import { wholeNumber } from './plain-text.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Fields of a query that asks for a part of a list. */
export const PAGE_FIELDS = {
  offset: Type.Optional(wholeNumber(0, 1_000_000_000)),
  limit: Type.Optional(wholeNumber(1, MAX_LIMIT)),
};

export const PageQuery = Type.Object(PAGE_FIELDS, { additionalProperties: false });

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export function pageOf(query: { offset?: number; limit?: number }): Page {
  return { offset: query.offset ?? 0, limit: query.limit ?? DEFAULT_LIMIT };
}

/** `total`: of all pages. */
export const pageSchema = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), total: Type.Integer() });

/** Of a list that is short anyway: people make each of its entries. */
export function cutPage<T>(
  all: readonly T[],
  query: { offset?: number; limit?: number },
): { items: T[]; total: number } {
  const { offset, limit } = pageOf(query);
  return { items: all.slice(offset, offset + limit), total: all.length };
}

export const listSchema = <T extends TSchema>(item: T) => Type.Object({ items: Type.Array(item) });
