import { Type } from 'typebox';

// Parts of the schemas of requests. PostgreSQL stores no NUL, and nobody wants other control characters.

const CONTROL = '\\u0000-\\u001f\\u007f';
const NAME_FORM = `^[^\\s${CONTROL}]([^${CONTROL}]*[^\\s${CONTROL}])?$`;

/** A line of text, with neither control characters nor spaces around it. */
export const name = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: NAME_FORM });

/** What is looked for; may be empty. */
export const searchText = () => Type.String({ maxLength: 255, pattern: `^[^${CONTROL}]*$` });

/** Of a row. */
export const rowId = () => Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });

export const password = () => Type.String({ minLength: 12, maxLength: 1024 });
export const wholeNumber = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
export const timeMs = () => wholeNumber(0, Number.MAX_SAFE_INTEGER);
