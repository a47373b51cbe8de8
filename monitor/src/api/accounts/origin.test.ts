import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isForeignOrigin, isSameOrigin } from './origin.ts';

const PUBLIC = 'https://monitor.example';

const cases: [name: string, origin: string | undefined, host: string | undefined, same: boolean, foreign: boolean][] = [
  ['the page itself', 'http://127.0.0.1:7490', '127.0.0.1:7490', true, false],
  ['a host in capitals', 'https://monitor.example', 'Monitor.Example', true, false],
  ['behind a proxy that names another host', PUBLIC, '10.0.0.3:7490', true, false],
  ['another port', 'http://127.0.0.1:80', '127.0.0.1:7490', false, true],
  ['another host', 'http://127.0.0.1.evil.example:7490', '127.0.0.1:7490', false, true],
  ['a page in a sandbox', 'null', '127.0.0.1:7490', false, true],
  ['a program', undefined, '127.0.0.1:7490', false, false],
  ['no host', 'http://a.example', undefined, false, true],
];

for (const [name, origin, host, same, foreign] of cases) {
  test(`origin: ${name}`, () => {
    const headers = { ...(origin !== undefined && { origin }), ...(host !== undefined && { host }) };
    assert.equal([isSameOrigin(headers, PUBLIC), isForeignOrigin(headers, PUBLIC)], [same, foreign]);
  });
}

test.run();
