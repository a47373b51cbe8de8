import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readOptions } from './options.ts';

test('options: every one has a default but the limit of latency and the file', () => {
  const options = readOptions([]);
  const { clients, rooms, rate, duration, rounds, maxLost, maxDoubled, maxReordered, maxP99Ms, json } = options;
  assert.equal([clients, rooms, rate, duration, rounds], [200, 20, 10, 20, 2]);
  assert.equal([maxLost, maxDoubled, maxReordered, maxP99Ms, json], [0, 0, 0, undefined, undefined]);
});

test('options: all are read', () => {
  const text =
    '--urls ws://a:1,wss://b/x --clients 8 --rooms 2 --rate 0.5 --duration 3 --rounds 1 --warm-up 0 --drain 2 --bytes 20 ' +
    '--room-class hall --guest g --seed 7 --max-lost 1 --max-doubled 2 --max-reordered 3 --max-p99-ms 50 --json f.json';
  assert.equal(readOptions(text.split(' ')), {
    urls: ['ws://a:1', 'wss://b/x'],
    clients: 8,
    rooms: 2,
    rate: 0.5,
    duration: 3,
    rounds: 1,
    warmUp: 0,
    drain: 2,
    bytes: 20,
    roomClass: 'hall',
    guest: 'g',
    seed: 7,
    maxLost: 1,
    maxDoubled: 2,
    maxReordered: 3,
    maxP99Ms: 50,
    json: 'f.json',
  });
});

const wrong: [argv: string, says: string][] = [
  ['--urls http://a', 'is no ws://, wss:// or tcp:// URL'],
  ['--clients 0', 'whole number, 1 or more'],
  ['--clients 1.5', 'whole number, 1 or more'],
  ['--rate 0', 'above 0'],
  ['--warm-up -1', '0 or more'],
  ['--bytes 19', 'whole number, 20 or more'],
  ['--clients 2 --rooms 3', 'more --rooms than --clients'],
  ['--nonsense', "unknown option '--nonsense'"],
];
for (const [argv, says] of wrong) {
  test(`options: ${argv} is refused`, () => {
    let printed = '';
    assert.throws(() =>
      readOptions(argv.split(' '), text => {
        printed += text;
      }),
    );
    assert.match(printed, says);
  });
}

test.run();
