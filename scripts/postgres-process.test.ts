import { once } from 'node:events';
import { connect } from 'node:net';
import { testUnless } from '@gatehouse/shared/runtime/test-unless';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findPostgres, type PostgresPrograms } from './postgres-binary.ts';
import { PostgresProcess } from './postgres-process.ts';

const found = await findPostgres(process.env, line => console.log(line)).catch((error: Error) => error);
const programs = found instanceof Error ? undefined : found;
const testPostgres = testUnless(found instanceof Error ? found.message : undefined, test);

testPostgres('postgres: takes connections, and is gone when it is stopped', async () => {
  const server = await PostgresProcess.start(programs as PostgresPrograms);
  const port = Number(new URL(server.url).port);
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
  await server.stop();
  const [error] = await once(connect(port, '127.0.0.1'), 'error');
  assert.is((error as { code?: string }).code, 'ECONNREFUSED');
});

test.run();
