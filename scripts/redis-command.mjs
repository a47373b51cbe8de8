// `node scripts/redis-command.mjs <url> [command …]`: what redis-cli does, where no redis-cli came with the server.
// Without a command it reads one a line from standard input.
import { createInterface } from 'node:readline';
import { inspect } from 'node:util';
import { Redis } from 'ioredis';

const [url, ...given] = process.argv.slice(2);
const redis = new Redis(url ?? 'redis://127.0.0.1:6379', { retryStrategy: () => null });
redis.on('error', error => fail(error.message));
process.stdout.on('error', () => process.exit()); // whoever read it is gone

if (given.length > 0) {
  await run(given);
} else {
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
  lines.prompt();
  for await (const line of lines) {
    const words = Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([word, quoted]) => quoted ?? word);
    if (words.length > 0) await run(words);
    lines.prompt();
  }
}
redis.disconnect();

async function run([command, ...args]) {
  if (command.toUpperCase() === 'MONITOR') return showAll();
  try {
    console.log(shown(await redis.call(command, ...args)));
  } catch (error) {
    console.log(error.message);
    process.exitCode = 1;
  }
}

/** Every command that Redis executes, until Ctrl-C. */
async function showAll() {
  const monitor = await redis.monitor();
  monitor.on('monitor', (seconds, args) => console.log(seconds, ...args));
  await new Promise(resolve => monitor.once('end', resolve));
}

function shown(reply) {
  return typeof reply === 'string' ? reply : inspect(reply, { depth: null, maxArrayLength: null, breakLength: 1 });
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
