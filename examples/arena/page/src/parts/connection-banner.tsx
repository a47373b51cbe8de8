import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '../page-state.ts';

/** Only there when something is to be said. It is spoken by the page's live region, not here. */
export function ConnectionBanner({ connection }: { connection: Connection }) {
  if (connection.kind === 'away') return <Away retryAtMs={connection.retryAtMs} kept={connection.kept} />;
  if (connection.kind === 'waiting') return <p class="banner banner-bad">{connection.text}</p>;
  if (connection.kind === 'back') return <p class="banner banner-good">{connection.text}</p>;
  return null;
}

function Away({ retryAtMs, kept = '' }: { retryAtMs: number; kept: string | undefined }) {
  const [leftMs, setLeftMs] = useState(retryAtMs - performance.now());
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(retryAtMs - performance.now()), 200);
    return () => clearInterval(timer);
  }, [retryAtMs]);
  const when = leftMs > 1000 ? `trying again in ${Math.ceil(leftMs / 1000)} s` : 'trying again now';
  return (
    <p class="banner banner-bad">
      The connection is lost: {when}. Your seat is kept. {kept}
    </p>
  );
}
