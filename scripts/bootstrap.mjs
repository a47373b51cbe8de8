// Installs the workspace's dependencies when they are missing or out of date. Runs before every root script, so it
// uses nothing but Node and npm.
// With `--prod` only what `node dist/…` needs, for an image.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifest, root, runPnpm } from './pnpm.mjs';

const stampFile = join(root, 'node_modules/.gatehouse-installed');
const production = process.argv.includes('--prod');

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
  const { failure } = runPnpm(['install', '--frozen-lockfile', '--prefer-offline', `--prod=${production}`]);
  if (failure !== undefined) {
    process.stderr.write('\n');
    fail(failure);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
  process.stderr.write(` ready in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

function fail(message) {
  console.error(`gatehouse: ${message}`);
  process.exit(1);
}
