// `npm start`: a whole cluster on this machine, with bots that play. See demo-plan.ts for its processes.
import { runMain } from '@gatehouse/shared/runtime/run-process';
import { banner } from './banner.ts';
import { Bots } from './bots.ts';
import { DemoCluster } from './demo-cluster.ts';
import { planDemo } from './demo-plan.ts';
import { DemoRedis } from './demo-redis.ts';
import { Terminal } from './terminal.ts';

await runMain('npm start', () => {
  const plan = planDemo(process.env);
  const terminal = new Terminal({
    format: plan.logFormat,
    coloured: process.stdout.isTTY && !process.env.NO_COLOR,
    write: text => process.stdout.write(text),
  });
  const redis = new DemoRedis(process.env, terminal);
  const cluster = new DemoCluster({ servers: plan.servers, redisUrl: () => redis.provided.url, terminal });
  const bots = new Bots({ count: plan.botCount, urls: () => cluster.urls, terminal });
  const showBanner = () => {
    const options = { redis: redis.provided, servers: cluster.running, readyAfterMs: performance.now() };
    terminal.say(banner(options));
  };
  return { log: terminal.logOf('start'), parts: [redis, cluster, { name: 'banner', start: showBanner }, bots] };
});
