// Pairs of logins of one user, each pair at once on two gateways: exactly one session each? With kicks, without any, and with the newer one refused.
// Run by hand, after `npm run build`:
// GATEHOUSE_COMPILED=1 node --conditions=source --import tsx tests/login-storm-bench.ts [--pairs 10000] [--at-once 100]
import { parseArgs } from 'node:util';
import { LoginStorm, STORMS } from './harness/login-storm.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '10000' }, 'at-once': { type: 'string', default: '100' } },
});
const pairs = Number(values.pairs);
const atOnce = Number(values['at-once']);

for (const { name, ...options } of STORMS) {
  const storm = await LoginStorm.start(options);
  const startedMs = performance.now();
  const wrong: string[] = [];
  let [done, welcomed, lostKicks] = [0, 0, 0];
  try {
    while (done < pairs) {
      const report = await storm.round(Math.min(atOnce, pairs - done));
      done += report.pairs;
      welcomed += report.welcomed;
      lostKicks += report.lostKicks;
      wrong.push(...report.wrong);
    }
  } finally {
    await storm.stop();
  }
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(
    `${name}: ${done} pairs, ${welcomed} logins welcomed, ${lostKicks} kicks lost, ${wrong.length} wrong, ${seconds} s`,
  );
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}
