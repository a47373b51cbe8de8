import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LoginStorm, STORMS } from './harness/login-storm.ts';

// One user on two gateways, by two logins at once or because a session is resumed at another one while its first connection
// stands: one session is left, by what the sockets saw, by the table and by the gateways. tests/login-storm-bench.ts does the same with as many as you like.

const PAIRS = 150;

for (const { name, ...options } of STORMS) {
  const storm = suite<{ storm: LoginStorm }>(`login storm, ${name}`);
  storm.before(async context => {
    context.storm = await LoginStorm.start(options);
  });
  storm.after(({ storm }) => storm.stop());

  storm(`${PAIRS} pairs at once: one session each`, async ({ storm }) => {
    const { wrong, welcomed, lostKicks } = await storm.round(PAIRS);
    console.log(`  ${welcomed} of ${2 * PAIRS} logins were welcomed, ${lostKicks} kicks lost`);
    assert.equal(wrong, []);
    assert.is(lostKicks > 0, options.loseKicks);
    if (options.policy === 'reject-new') assert.is(welcomed, PAIRS);
  });

  storm(
    `${PAIRS} users resumed at the other gateway: the same sessions, and their first connections end`,
    async ({ storm }) => {
      const { wrong, lostKicks } = await storm.resumes(PAIRS);
      assert.equal(wrong, []);
      assert.is(lostKicks > 0, options.loseKicks);
    },
  );

  storm.run();
}
