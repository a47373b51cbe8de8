// `npm run pack`: the packages that games are made of, as tarballs in `packed/`. From there plain npm installs them in any
// folder, without a registry that knows them. They have to be compiled.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runPnpm } from './pnpm.mjs';

const PACKAGES = ['shared', 'client', 'game-server', 'testing'];
const folder = join(root, 'packed');

mkdirSync(folder, { recursive: true });
const draft = mkdtempSync(join(folder, '.draft-')); // somebody may be installing from the last ones
try {
  const filters = PACKAGES.map(name => `--filter=@gatehouse/${name}`);
  const { failure } = runPnpm([...filters, 'pack', '--out', join(draft, '%s.tgz')]);
  if (failure !== undefined) {
    console.error(`gatehouse: ${failure}`);
    process.exitCode = 1;
  } else {
    const names = readdirSync(draft).sort();
    for (const name of names) renameSync(join(draft, name), join(folder, name));
    console.log(names.map(name => relative(root, join(folder, name))).join('\n'));
  }
} finally {
  rmSync(draft, { recursive: true, force: true });
}
