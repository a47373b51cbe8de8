import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { publish } from './debian-package.ts';
import { findOnPath, findRedisBinary, redisBinaryEnvironment } from './redis-binary.ts';

async function inTemporaryFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function program(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), '#!/bin/sh\n');
  await chmod(join(folder, name), 0o755);
  return join(folder, name);
}

async function failureOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    error => error.message,
  );
}

test('redis binary: the given one wins over PATH, and its environment leads to itself', () =>
  inTemporaryFolder(async folder => {
    const given = await program(join(folder, 'given'), 'redis-server');
    await program(join(folder, 'path'), 'redis-server');
    const env = { PATH: join(folder, 'path'), REDIS_SERVER: given, REDIS_SERVER_LIBRARY_PATH: '/somewhere' };
    const binary = await findRedisBinary(env);
    assert.is(binary.path, given);
    assert.is(binary.libraryPath, '/somewhere');
    assert.equal(await findRedisBinary(redisBinaryEnvironment(binary)), binary);
  }));

test('redis binary: a given one that does not exist is an error, not a fall back', () =>
  inTemporaryFolder(async folder => {
    await program(folder, 'redis-server');
    const message = await failureOf(findRedisBinary({ PATH: folder, REDIS_SERVER: '/nowhere' }));
    assert.is(message, 'REDIS_SERVER is "/nowhere", which is no program');
  }));

test('redis binary: redis-server or valkey-server on PATH', () =>
  inTemporaryFolder(async folder => {
    const valkey = await program(join(folder, 'a'), 'valkey-server');
    const env = { PATH: ['', join(folder, 'none'), join(folder, 'a'), join(folder, 'b')].join(delimiter) };
    assert.is((await findRedisBinary(env)).path, valkey);
    const redis = await program(join(folder, 'b'), 'redis-server');
    assert.is((await findRedisBinary(env)).path, redis);
    assert.is(await findOnPath('no-such-program', env), undefined);
  }));

test('redis binary: the unpacked package is used with its libraries', () =>
  inTemporaryFolder(async folder => {
    const path = await program(join(folder, 'redis/usr/bin'), 'redis-server');
    await mkdir(join(folder, 'redis/usr/lib/x86_64-linux-gnu'), { recursive: true });
    const binary = await findRedisBinary({ PATH: '', GATEHOUSE_CACHE: folder });
    assert.is(binary.path, path);
    assert.match(binary.libraryPath ?? '', `${folder}/redis/usr/lib/x86_64-linux-gnu`);
  }));

test('redis binary: where nothing can be had it is the one in JavaScript, said with the reason', () =>
  inTemporaryFolder(async folder => {
    const said: string[] = [];
    const binary = await findRedisBinary({ PATH: folder, GATEHOUSE_CACHE: join(folder, 'cache') }, line => {
      said.push(line);
    });
    assert.is(binary.kind, 'javascript');
    assert.match(said.join('\n'), /apt-get.*: taking js-redis-server/);
    assert.equal(await findRedisBinary(redisBinaryEnvironment(binary)), binary);
  }));

test('redis binary: GATEHOUSE_REDIS=js wins over all others; other values mean nothing', () =>
  inTemporaryFolder(async folder => {
    const env = { PATH: folder, REDIS_SERVER: await program(folder, 'redis-server') };
    assert.is((await findRedisBinary({ ...env, GATEHOUSE_REDIS: 'js' })).kind, 'javascript');
    assert.is((await findRedisBinary({ ...env, GATEHOUSE_REDIS: '' })).kind, 'redis');
    assert.match(await failureOf(findRedisBinary({ ...env, GATEHOUSE_REDIS: 'no' })), 'GATEHOUSE_REDIS is "no"');
  }));

test('unpacked package: the first one stays, a second one changes nothing', () =>
  inTemporaryFolder(async folder => {
    for (const name of ['first', 'second']) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'who'), name);
    }
    await publish(join(folder, 'first'), join(folder, 'redis'));
    await publish(join(folder, 'second'), join(folder, 'redis'));
    assert.is(await readFile(join(folder, 'redis/who'), 'utf8'), 'first');
  }));

test.run();
