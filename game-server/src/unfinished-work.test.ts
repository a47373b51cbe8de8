import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HANDLER_BYTES, MAX_UNFINISHED_BYTES, PAUSE_BYTES, UnfinishedWork } from './unfinished-work.ts';

const FRAME_BYTES = 1024 - HANDLER_BYTES; // so that each counts as 1 KiB

function fixture() {
  const heard: string[] = [];
  const channel = {
    pause: () => heard.push('pause'),
    resume: () => heard.push('resume'),
    giveUp: (code: string) => heard.push(code),
  };
  const work = new UnfinishedWork({ channel });
  const finish: (() => void)[] = [];
  const add = (count: number) => {
    for (let n = 0; n < count; n++) {
      work.add(
        new Promise<void>((resolve, reject) => finish.push(n % 2 ? resolve : () => reject(new Error()))),
        FRAME_BYTES,
      );
    }
  };
  const finishOnes = async (count: number) => {
    for (const end of finish.splice(0, count)) end();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { heard, work, add, finishOnes };
}

test('unfinished work: a client waits from the bound on until half of it is done, however it ends', async () => {
  const { heard, add, finishOnes } = fixture();
  add(PAUSE_BYTES / 1024);
  assert.equal(heard, []);
  add(1);
  assert.equal(heard, ['pause']);
  await finishOnes(PAUSE_BYTES / 2048);
  assert.equal(heard, ['pause']);
  await finishOnes(1);
  assert.equal(heard, ['pause', 'resume']);
});

test('unfinished work: a new channel of the same player waits too', () => {
  const { heard, work, add } = fixture();
  work.pauseIfFull();
  add(PAUSE_BYTES / 1024 + 1);
  work.pauseIfFull();
  assert.equal(heard, ['pause', 'pause']);
});

test('unfinished work: a client that is read all the same is given up', () => {
  const { heard, add } = fixture();
  add(MAX_UNFINISHED_BYTES / 1024 + 1);
  assert.is(heard.at(-1), 'TOO_MANY_REQUESTS');
});

test.run();
