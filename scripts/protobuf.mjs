// Writes shared/gen/messages.js and messages.d.ts from shared/proto. `--out DIR` writes elsewhere (the test compares).
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const flag = process.argv.indexOf('--out');
const out = flag > 0 ? process.argv[flag + 1] : join(root, 'shared/gen');
const options =
  '-t static-module -w esm --dts --no-service --no-verify --no-convert --no-delimited --no-typeurl --force-number';
const files = ['client.proto', 'link.proto'].map(name => join(root, 'shared/proto', name));
const args = [...options.split(' '), '-p', join(root, 'shared/proto'), '-o', join(out, 'messages.js'), ...files];
const result = spawnSync(join(root, 'node_modules/.bin/pbjs'), args, { stdio: 'inherit' });
process.exit(result.status ?? 1);
