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
            <dt>{name}</dt>
            <dd>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
