import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readPageFiles } from './page-files.ts';
import { PageServer } from './page-server.ts';

const served = suite<{ folder: string; server: PageServer }>('page server');
served.before(async context => {
  context.folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
  await mkdir(join(context.folder, 'page/assets'), { recursive: true });
  await writeFile(join(context.folder, 'secret.json'), '{}');
  await writeFile(join(context.folder, 'page/index.html'), '<h1>page</h1>');
  await writeFile(join(context.folder, 'page/assets/main-1a2b.js'), 'let x;');
  const files = await readPageFiles(join(context.folder, 'page'));
  context.server = new PageServer({ files: () => files, gatewayUrls: () => ['ws://127.0.0.1:7400'], port: 0 });
  await context.server.start();
});
served.after(async ({ folder, server }) => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The path as it is: fetch would tidy it up. */
function ask(server: PageServer, path: string, method = 'GET'): Promise<IncomingMessage & { text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const asked = request({ hostname, port, path, method, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk;
      });
      response.on('end', () => resolve(Object.assign(response, { text })));
    });
    asked.on('error', reject).end();
  });
}

const files: [path: string, type: string, cache: string, text: string][] = [
  ['/', 'text/html; charset=utf-8', 'no-cache', '<h1>page</h1>'],
  ['/?from=somewhere', 'text/html; charset=utf-8', 'no-cache', '<h1>page</h1>'],
  ['/index.html', 'text/html; charset=utf-8', 'no-cache', '<h1>page</h1>'],
  ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable', 'let x;'],
  ['/gateways.json', 'application/json', 'no-store', '["ws://127.0.0.1:7400"]'],
];
for (const [path, type, cache, text] of files) {
  served(`${path} has its type and its age`, async ({ server }) => {
    const response = await ask(server, path);
    assert.is(response.statusCode, 200);
    assert.is(response.headers['content-type'], type);
    assert.is(response.headers['cache-control'], cache);
    assert.is(response.headers['x-content-type-options'], 'nosniff');
    assert.is(response.text, text);
  });
}

const absent =
  '/../secret.json /..%2fsecret.json /%2e%2e/secret.json /assets/../../secret.json //secret.json /secret.json /assets /none /..\\secret.json http://x/..';
for (const path of absent.split(' ')) {
  served(`${path} does not exist`, async ({ server }) => assert.is((await ask(server, path)).statusCode, 404));
}

served('the page may connect to the gateways, and to nothing else', async ({ server }) => {
  const policy = String((await ask(server, '/')).headers['content-security-policy']);
  assert.match(policy, "default-src 'none'");
  assert.match(policy, "connect-src 'self' ws://127.0.0.1:7400;");
});

served('nothing can be changed; HEAD has no body', async ({ server }) => {
  assert.is((await ask(server, '/', 'POST')).statusCode, 405);
  const head = await ask(server, '/', 'HEAD');
  assert.is(head.headers['content-length'], '13');
  assert.is(head.text, '');
});

served('a port in use is named', async ({ server }) => {
  const { port } = new URL(server.url);
  const second = new PageServer({ files: () => new Map(), gatewayUrls: () => [], port: Number(port) });
  const message = await second.start().then(
    () => '',
    error => error.message,
  );
  assert.is(message, `port ${port} of the page is in use`);
  await second.stop();
});

served.run();
