import type { HaproxyBinary } from '@gatehouse/scripts/haproxy-binary';
import { startHaproxy } from './haproxy-process.ts';
import { runningPlainWs, startPlainWs } from './plain-ws-target.ts';
import type { Purpose, Target, TargetProcess } from './target.ts';

/** HAProxy before one process of plain `ws`. */
export function haproxyTarget(binary: HaproxyBinary): Target {
  const start = async (purpose: Purpose) => {
    const server = await startPlainWs(purpose);
    const proxy = await startHaproxy(binary, server.port).catch(async error => {
      await server.stop();
      throw error;
    });
    const stop = async () => void (await Promise.all([proxy.stop(), server.stop()]));
    const own: TargetProcess = { name: 'haproxy', pid: proxy.pid, counted: true, runtime: 'native' };
    return runningPlainWs({ stop }, proxy.port, [own, server.process]);
  };
  return { name: 'haproxy', start };
}
