/**
 * What a schema of any library that follows https://standardschema.dev offers (zod, valibot, arktype…), as far as it is
 * used here.
 */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
    /** Never there at run time. */
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What may be given to a schema. */
export type SchemaInput<S extends StandardSchema> = NonNullable<S['~standard']['types']>['input'];
/** What it makes of that. */
export type SchemaOutput<S extends StandardSchema> = NonNullable<S['~standard']['types']>['output'];

/** All that is told of a payload's faults: enough to find them, whatever the sender put into it. */
export const MAX_ISSUES_TEXT = 200;

/** A payload is not what its schema says. The message says why and may be told to the sender. */
export class InvalidPayload extends Error {
  override readonly name = 'InvalidPayload';
}

export function isStandardSchema(value: unknown): value is StandardSchema {
  const mayHave = (typeof value === 'object' && value !== null) || typeof value === 'function';
  return mayHave && '~standard' in value;
}

/** The value as the schema gives it back. @throws InvalidPayload, also for a schema that needs time: messages keep order */
export function validate(schema: StandardSchema, value: unknown): unknown {
  const result = schema['~standard'].validate(value);
  if ('then' in result) {
    result.then(undefined, () => {}); // nobody waits for it
    throw new InvalidPayload('the schema of this message validates asynchronously, which no message can wait for');
  }
  if (result.issues === undefined) return result.value;
  throw new InvalidPayload(issuesText(result.issues));
}

/** `x: must be a number; name: too long`, cut to MAX_ISSUES_TEXT. */
function issuesText(issues: readonly SchemaIssue[]): string {
  let text = '';
  for (const { message, path = [] } of issues) {
    const where = path.map(step => String(typeof step === 'object' ? step.key : step)).join('.');
    text += `${text === '' ? '' : '; '}${where === '' ? '' : `${where}: `}${message}`;
    if (text.length > MAX_ISSUES_TEXT) return `${text.slice(0, MAX_ISSUES_TEXT - 1)}…`;
  }
  return text;
}
