import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readRoute, routeHash } from './route.ts';

const cases: [hash: string, page: string, id: string, query: string][] = [
  ['', 'targets', '', ''],
  ['#/', 'targets', '', ''],
  ['#/cluster', 'cluster', '', ''],
  ['#/targets/a%2Fb', 'targets', 'a/b', ''],
  ['#/targets?standing=DOWN&text=x', 'targets', '', 'standing=DOWN&text=x'],
  ['#/public', 'public', '', ''],
  ['#/no-such-page', 'targets', '', ''],
  ['#/targets/%E0%A4%A', 'targets', '', ''],
];
for (const [hash, page, id, query] of cases) {
  test(`route: ${hash || 'empty'}`, () => {
    const route = readRoute(hash);
    assert.equal([route.page, route.id, route.query.toString()], [page, id, query]);
  });
}

test('route: there and back', () => {
  const hash = routeHash('targets', 'a/b', new URLSearchParams({ text: 'x y' }));
  assert.is(hash, '#/targets/a%2Fb?text=x+y');
  assert.is(readRoute(hash).id, 'a/b');
});

test.run();
