// Pairs of logins of one user, each pair at once on two gateways: exactly one session each? With kicks, and without any.
// Run by hand, after `npm run build`:
// GATEHOUSE_COMPILED=1 node --conditions=source --import tsx tests/login-storm-bench.ts [--pairs 10000] [--at-once 100]
import { parseArgs } from 'node:util';
import { LoginStorm } from './harness/login-storm.ts';

const { values } = parseArgs({
  options: { pairs: { type: 'string', default: '10000' }, 'at-once': { type: 'string', default: '100' } },
});
const pairs = Number(values.pairs);
const atOnce = Number(values['at-once']);

for (const loseKicks of [false, true]) {
  const storm = await LoginStorm.start({ loseKicks });
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
    `${loseKicks ? `kicks lost (${lostKicks})` : 'kicks heard'}: ${done} pairs, ${welcomed} logins welcomed, ${wrong.length} wrong, ${seconds} s`,
  );
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
  if (wrong.length > 0) process.exitCode = 1;
}
