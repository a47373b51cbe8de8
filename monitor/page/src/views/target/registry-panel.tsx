import { clockText } from '../../time/clock-text.ts';

/** `startedAtMs` is a time. */
const TIME_NAME = /AtMs$/;

/** What the registry says of a cluster member: whatever fields it has, in its own words. */
export function RegistryPanel({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  const facts = Object.entries(details).filter(([, value]) => value !== null && value !== '');
  if (facts.length === 0) return null;
  return (
    <section class="panel" aria-label="What the registry says">
      <h2>What the registry says</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name.replace(TIME_NAME, '')}</dt>
            <dd>{factText(name, value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factText(name: string, value: unknown): string {
  if (typeof value === 'number' && TIME_NAME.test(name)) return clockText(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
