import { exchange } from './http-exchange.ts';
import type { ProbeRun } from './probe-run.ts';

const HEADERS = { 'user-agent': 'gatehouse-monitor', accept: '*/*', connection: 'close' };

/** GET; any 2xx with a whole body is up. Milliseconds until then. @throws why it is not */
export async function probeHttp({ url, policy, signal, watch }: ProbeRun): Promise<number> {
  const answer = await exchange({ url, method: 'GET', headers: HEADERS, policy, signal, watch });
  const latencyMs = watch.finish();
  watch.phases.status = answer.status;
  if (answer.status >= 300 && answer.status < 400) throw new Error(`HTTP ${answer.status}, redirects are not followed`);
  if (answer.status < 200 || answer.status >= 300) throw new Error(`HTTP ${answer.status}`);
  return latencyMs;
}
