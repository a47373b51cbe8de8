// pnpm in the version that package.json names, whether or not this machine has one: npm fetches it where it is missing.
// Like bootstrap.mjs, which needs it first of all, this uses nothing but Node and npm.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const pnpmVersion = /^pnpm@([^+]+)/.exec(manifest.packageManager)[1];
const shell = process.platform === 'win32'; // there npm and pnpm are .cmd files

/** Runs it in the root of the checkout. `failure` says what went wrong, with all that pnpm has said; undefined: nothing did. */
export function runPnpm(args) {
  // Without CI pnpm may stop to ask a question that nobody sees.
  const env = { ...process.env, CI: process.env.CI || '1', npm_config_manage_package_manager_versions: 'false' };
  const [program, ...all] = hasPinnedMajor(env) ? ['pnpm', ...args] : [...npmExec(), 'pnpm', ...args];
  const result = spawnSync(program, all, { cwd: root, env, shell, encoding: 'utf8' });
  if (result.status === 0) return {};
  const why = result.error?.message ?? result.status ?? result.signal;
  return { failure: `${result.stdout ?? ''}${result.stderr ?? ''}"${program} ${all.join(' ')}" failed (${why})` };
}

/** Another major version would read the lockfile or the settings differently. */
function hasPinnedMajor(env) {
  const found = spawnSync('pnpm', ['--version'], { cwd: root, env, shell, encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim().split('.')[0] === pnpmVersion.split('.')[0];
}

function npmExec() {
  return ['npm', 'exec', '--yes', `--package=pnpm@${pnpmVersion}`, '--'];
}
