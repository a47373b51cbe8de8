import { type TSchema, Type } from 'typebox';
import { rowId } from './plain-text.ts';

// Parts of the schemas of answers, and of paths.

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Names alone are allowed: fast-json-stringify writes the whole answer by them, so nothing else gets out. */
export const oneOf = <const T extends readonly string[]>(words: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words] });

export const IdPath = Type.Object({ id: rowId() }, { additionalProperties: false });

/** Of a write that has nothing to tell. */
export const Done = Type.Object({ ok: Type.Literal(true) });
export const DONE = { ok: true } as const;
