import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeSocket, newSocketPath, socketPathHere } from './local-socket.ts';

const sockets = suite<{ parent: string }>('local socket');
sockets.before.each(context => {
  context.parent = mkdtempSync(join(tmpdir(), 'local-socket-'));
});
sockets.after.each(({ parent }) => rmSync(parent, { recursive: true }));

sockets('each path is new, in a directory that only this user may enter', ({ parent }) => {
  const path = newSocketPath(parent);
  assert.is.not(newSocketPath(parent), path);
  assert.is(statSync(dirname(path)).mode & 0o777, 0o700);
});

sockets('what dead processes have left is removed; sockets of the living and other files stay', ({ parent }) => {
  const mine = newSocketPath(parent);
  const directory = dirname(mine);
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const [left, other] = [join(directory, `${dead}-x.sock`), join(directory, `${dead}.txt`)];
  for (const file of [mine, left, other]) writeFileSync(file, '');
  newSocketPath(parent);
  assert.equal([mine, left, other].map(existsSync), [true, false, true]);
  assert.match(basename(mine), new RegExp(`^${process.pid}-`));
});

sockets('a directory that others may enter is not used', ({ parent }) => {
  chmodSync(dirname(newSocketPath(parent)), 0o755);
  assert.throws(() => newSocketPath(parent), /not a directory of this user alone/);
});

sockets('a description means its path on this host, and nothing on another', () => {
  const description = describeSocket('/tmp/a directory/1.sock') ?? '';
  assert.is(socketPathHere(description), '/tmp/a directory/1.sock');
  assert.is(socketPathHere(`other-${description}`), undefined);
  assert.is(socketPathHere(''), undefined);
});

sockets.run();
