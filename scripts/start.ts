// `npm start`: a whole cluster on this machine, with bots that play. See demo-plan.ts for its processes.
import { systemClock } from '@gatehouse/shared/runtime/clock';
import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { thisProcess } from '@gatehouse/shared/runtime/process-host';
import { runMain } from '@gatehouse/shared/runtime/run-process';
import { banner } from './banner.ts';
import { Bots } from './bots.ts';
import { root } from './checkout.ts';
import { ClusterFile } from './cluster-file.ts';
import { DemoCluster } from './demo-cluster.ts';
import { DemoPage } from './demo-page.ts';
import { planDemo } from './demo-plan.ts';
import { DemoRedis } from './demo-redis.ts';
import { buildPage, MONITOR_PAGE } from './page-build.ts';
import { Terminal } from './terminal.ts';

const PARENT_WATCH_MS = 500;

await runMain('npm start', assemble, { ...thisProcess, onParentGone });

function assemble() {
  const plan = planDemo(process.env);
  const terminal = new Terminal({
    format: plan.logFormat,
    coloured: process.stdout.isTTY && !process.env.NO_COLOR,
    write: text => process.stdout.write(text),
  });
  const redis = new DemoRedis(process.env, terminal);
  const redisUrl = () => redis.provided.url;
  const cluster = new DemoCluster({ servers: plan.servers, redisUrl, terminal });
  const monitor = new DemoCluster({ servers: [plan.monitor], redisUrl, terminal });
  const page = new DemoPage({
    port: plan.pagePort,
    gatewayUrls: () => cluster.urls,
    say: line => terminal.say(line),
  });
  const file = new ClusterFile({
    root,
    port: plan.servers[0]?.env.GATEWAY_WS_PORT ?? '',
    env: () => ({ ...plan.servers[0]?.env, REDIS_URL: redisUrl() }),
  });
  const bots = new Bots({ count: plan.botCount, urls: () => cluster.urls, terminal });
  const showBanner = () => {
    const options = {
      redis: redis.provided,
      servers: cluster.running,
      monitor: plan.monitor,
      pageUrl: page.url,
      clusterFile: file.path,
      readyAfterMs: performance.now(),
    };
    terminal.say(banner(options));
  };
  const last = [cluster, file, { name: 'banner', start: showBanner }, bots, monitor]; // nobody waits for the monitor to play
  return { log: terminal.logOf('start'), parts: [page, monitorPage(terminal), redis, ...last] };
}

/** The monitor serves it; without it there is only its API. */
function monitorPage(terminal: Terminal): Part {
  const build = async () => {
    const say = (line: string) => terminal.say(line);
    await buildPage(root, MONITOR_PAGE, say).catch(error =>
      say(error instanceof Error ? error.message : String(error)),
    );
  };
  return { name: 'monitor page', start: build };
}

/** npm may be killed without a word; nobody could stop this cluster then. */
function onParentGone(listener: () => void): void {
  const parent = process.ppid;
  const cancel = systemClock.every(PARENT_WATCH_MS, () => {
    if (process.ppid === parent) return;
    cancel();
    listener();
  });
}
