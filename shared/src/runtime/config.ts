import { z } from 'zod';
import { GatehouseError } from '../protocol/errors.ts';

/** Variables that are wrong, each with what is wrong about it: `is "x" but must be a port from 1 to 65535`. */
export type Problems = Readonly<Record<string, string>>;

export type Config<S extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<S>>>;

/**
 * The variables of `shape`, parsed and frozen. An empty variable counts as not set. `rule` looks at variables that
 * must fit together; it runs when each one is right by itself.
 * @throws GatehouseError BAD_CONFIG naming every bad variable, its value (secrets masked) and what it must be.
 */
export function readConfig<S extends z.ZodRawShape>(
  shape: S,
  env: NodeJS.ProcessEnv,
  rule: (config: Config<S>) => Problems = () => ({}),
): Config<S> {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in shape && value !== ''));
  const result = z.object(shape).safeParse(given);
  if (!result.success) throw new GatehouseError('BAD_CONFIG', problemsOf(result.error, given));
  const config: Config<S> = Object.freeze(result.data);
  const problems = rule(config);
  if (Object.keys(problems).length > 0) throw new GatehouseError('BAD_CONFIG', problems);
  return config;
}

function problemsOf(error: z.ZodError, given: Record<string, unknown>): Problems {
  const problems: Record<string, string> = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0]);
    problems[name] ??= `${describeValue(name, given[name])} but ${issue.message}`;
  }
  return problems;
}

function describeValue(name: string, value: unknown): string {
  if (value === undefined) return 'is not set';
  const text = String(value);
  const mayHoldSecret = /SECRET|TOKEN|PASSWORD/.test(name) || /[@?]/.test(text); // a mistyped URL shows its password too
  return mayHoldSecret ? `is set (${text.length} characters, not shown)` : `is "${text}"`;
}
