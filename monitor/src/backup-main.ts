// `npm run monitor:backup -- <file>`: a copy of the monitor's database while it runs. Exit code 1: there is none, standard error says why.
import { resolve } from 'node:path';
import { readConfig } from '@gatehouse/shared/runtime/config';
import { startFailureLine } from '@gatehouse/shared/runtime/start-failure';
import { settings } from './config.ts';
import { backUp } from './store/backup.ts';

async function main(): Promise<void> {
  const { DATABASE_URL } = readConfig({ DATABASE_URL: settings.DATABASE_URL }, process.env);
  const [file, ...more] = process.argv.slice(2);
  const isHelp = file === undefined || more.length > 0 || file.startsWith('-');
  if (isHelp) throw new Error('name the file to write: npm run monitor:backup -- monitor-backup.db');
  const here = process.env.INIT_CWD ?? process.cwd(); // npm leaves the folder in which it was called
  const backup = await backUp(DATABASE_URL, resolve(here, file));
  process.stdout.write(`${backup.file}: ${backup.bytes} bytes, whole and checked\n`);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${startFailureLine('monitor:backup', error)}\n`);
  process.exitCode = 1;
});
