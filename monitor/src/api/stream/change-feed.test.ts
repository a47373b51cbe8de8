import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { recordChange } from '../../store/changes.ts';
import { transact } from '../../store/database.ts';
import { openTestDatabase } from '../../store/test-database.ts';
import { type Change, ChangeFeed } from './change-feed.ts';

/** Keeps single rows that the database has given back until they are let go, in their order. */
class HeldAnswers {
  private readonly held: (() => void)[] = [];
  private arrived = () => {};

  of<T extends object>(query: T): T {
    return new Proxy(query, {
      get: (target, key) => {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== 'function') return member;
        return (...asked: unknown[]) => {
          const result = member.apply(target, asked);
          if (key === 'executeTakeFirstOrThrow') return this.hold(result);
          return result instanceof Promise ? result : this.of(result);
        };
      },
    });
  }

  /** Resolves when the next one is there. */
  next(): Promise<void> {
    return new Promise(resolve => {
      this.arrived = resolve;
    });
  }

  letGo(): void {
    this.held.shift()?.();
  }

  private async hold(answer: Promise<unknown>): Promise<unknown> {
    await answer;
    await new Promise<void>(resolve => {
      this.held.push(resolve);
      this.arrived();
    });
    return answer;
  }
}

test('changes: of two who begin to follow at once, neither misses what the other has seen', async () => {
  const { db, close } = await openTestDatabase();
  const answers = new HeldAnswers();
  const feed = new ChangeFeed({ db: answers.of(db), clock: new FakeClock(), log: silentLog });
  const add = (id: string) => transact(db, write => recordChange(write, 'target', id, 1));
  let hear = (_: readonly Change[]) => {};
  const heard = new Promise<readonly Change[]>(resolve => {
    hear = resolve;
  });
  const firstAnswer = answers.next();
  const first = feed.follow(undefined, changes => hear(changes));
  await firstAnswer;
  await add('between');
  const secondAnswer = answers.next();
  const second = feed.follow(undefined, () => {});
  await secondAnswer;
  answers.letGo();
  const { seq, stop } = await first;
  answers.letGo();
  (await second).stop();
  await add('after');
  feed.nudge();
  assert.equal(
    (await heard).map(({ seq: each, id }) => [each - seq, id]),
    [
      [1, 'between'],
      [2, 'after'],
    ],
  );
  stop();
  await close();
});

test.run();
