// Installs the workspace's dependencies when they are missing or out of date. Runs before every root script, so it
// uses nothing but Node and npm: pnpm itself is fetched by npm, in the version that package.json names.
// With `--prod` only what `node dist/…` needs, for an image.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stampFile = join(root, 'node_modules/.gatehouse-installed');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const pnpmVersion = /^pnpm@([^+]+)/.exec(manifest.packageManager)[1];
const production = process.argv.includes('--prod');
const shell = process.platform === 'win32'; // there npm and pnpm are .cmd files

requireNode(/\d+\.\d+/.exec(manifest.engines.node)[0]);
const stamp = stampOfInputs();
if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) install();

function requireNode(needed) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [neededMajor, neededMinor] = needed.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  fail(`Node.js ${needed} or newer is needed; this is ${process.version}`);
}

/** Hash of everything that decides what an install would do. */
function stampOfInputs() {
  const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch} ${production}`);
  hash.update(workspace).update(readFileSync(join(root, 'pnpm-lock.yaml')));
  for (const folder of ['.', ...packageFolders(workspace)]) {
    const file = join(root, folder, 'package.json');
    if (existsSync(file)) hash.update(folder).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** The folders under `packages:` of pnpm-workspace.yaml: plain ones, and `name/*` for every folder in it. */
function packageFolders(workspace) {
  const block = /^packages:\n((?: {2}- .*\n)+)/m.exec(workspace)[1];
  const patterns = [...block.matchAll(/^ {2}- ["']?([^"'\n]+)["']?$/gm)].map(match => match[1]);
  return patterns.flatMap(pattern => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(join(root, parent)).map(name => `${parent}/${name}`);
  });
}

function install() {
  const startedAt = Date.now();
  process.stderr.write('gatehouse: installing dependencies …');
  // Without CI pnpm may stop to ask a question that nobody sees.
  const env = { ...process.env, CI: process.env.CI || '1', npm_config_manage_package_manager_versions: 'false' };
  const command = ['install', '--frozen-lockfile', '--prefer-offline', `--prod=${production}`];
  const [program, ...args] = hasPinnedMajor(env) ? ['pnpm', ...command] : [...npmExec(), 'pnpm', ...command];
  const result = spawnSync(program, args, { cwd: root, env, shell, encoding: 'utf8' });
  if (result.status !== 0) {
    process.stderr.write(`\n${result.stdout ?? ''}${result.stderr ?? ''}`);
    fail(`"${program} ${args.join(' ')}" failed (${result.error?.message ?? result.status ?? result.signal})`);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  process.stderr.write(` ready in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** Another major version would read the lockfile or the settings differently. */
function hasPinnedMajor(env) {
  const found = spawnSync('pnpm', ['--version'], { cwd: root, env, shell, encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim().split('.')[0] === pnpmVersion.split('.')[0];
}

function npmExec() {
  return ['npm', 'exec', '--yes', `--package=pnpm@${pnpmVersion}`, '--'];
}

function fail(message) {
  console.error(`gatehouse: ${message}`);
  process.exit(1);
}
