import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HookRules } from '../alerts/hook-rules.ts';
import { hookAddresses, literalAddress, type TargetPolicy, targetAddresses } from './address-policy.ts';

const closed: TargetPolicy = {
  allow: ['10.0.0.0/8', '192.168.0.0/16', 'fc00::/7'],
  loopback: false,
  ownPorts: [6379],
  isRegistered: () => false,
};
const open: TargetPolicy = { ...closed, allow: ['0.0.0.0/0', '::/0'], loopback: true };

/** However an address is written, in the order of health.md §6. */
const inner = [
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '::ffff:127.0.0.1',
  '::1',
  '[::1]',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
];
const forbidden = [
  ...['0', '0.0.0.0', '169.254.169.254', '2852039166', '::ffff:169.254.169.254', '64:ff9b::a9fe:a9fe', 'fd00:ec2::254'],
  ...[
    '100.100.100.200',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::127.0.0.1',
    'fe80::1',
    'ff02::1',
    '2002:7f00:1::',
    '2001::1',
  ],
];

const problem = (policy: TargetPolicy, host: string, port = 80) => {
  const address = literalAddress(host);
  return address === undefined ? 'a name' : targetAddresses(policy).problemOf(address, port);
};

for (const host of forbidden) {
  test(`targets: ${host} is refused whatever is allowed`, () => assert.match(String(problem(open, host)), /never/));
}
for (const host of inner) {
  test(`targets: ${host} is this machine: by PROBE_LOOPBACK only`, () => {
    assert.match(String(problem(closed, host)), /loopback/);
    assert.is(problem(open, host), undefined);
    assert.match(String(problem(open, host, 6379)), /port 6379/);
  });
}

test('targets: private networks by default, anything else when it is allowed', () => {
  assert.is(problem(closed, '10.1.2.3'), undefined);
  assert.is(problem(closed, 'fd12::1'), undefined);
  assert.match(String(problem(closed, '8.8.8.8')), /PROBE_ALLOW/);
  assert.match(String(problem(closed, '2001:4860::8888')), /PROBE_ALLOW/);
  assert.is(problem(open, '8.8.8.8'), undefined);
});

test('targets: what the registry names may be checked, but no metadata service', () => {
  const registered = { ...closed, isRegistered: () => true };
  assert.is(problem(registered, '127.0.0.1'), undefined);
  assert.match(String(problem(registered, '169.254.169.254')), /never/);
  assert.match(String(problem(registered, '127.0.0.1', 6379)), /port 6379/);
});

const REGISTERED_NAMES: [name: string, leadsTo: string, problem: RegExp | undefined][] = [
  ['chat-1.example', '93.184.216.34', undefined],
  ['chat-1.example', '10.1.2.3', undefined],
  ['chat-1.example', '172.16.0.1', /PROBE_ALLOW/],
  ['chat-1.example', '127.0.0.1', /loopback/],
  ['chat-1.example', '::ffff:127.0.0.1', /loopback/],
  ['chat-1.example', '169.254.169.254', /never/],
  ['localhost.example', '127.0.0.1', /loopback/],
  ['localhost', '127.0.0.1', undefined],
  ['chat.localhost', '::1', undefined],
  ['localhost', '172.16.0.1', /PROBE_ALLOW/],
  ['another.example', '93.184.216.34', /PROBE_ALLOW/],
];
for (const [name, leadsTo, expected] of REGISTERED_NAMES) {
  test(`targets: ${name} that leads to ${leadsTo} ${expected === undefined ? 'may be checked' : 'is refused'}`, () => {
    const policy = targetAddresses({ ...closed, isRegistered: host => host !== 'another.example' });
    const found = policy.problemOf(leadsTo, 80, name);
    if (expected === undefined) assert.is(found, undefined);
    else assert.match(String(found), expected);
  });
}

test('targets: a registered name leads to no port that is never checked', () => {
  const policy = targetAddresses({ ...closed, isRegistered: () => true });
  assert.match(String(policy.problemOf('127.0.0.1', 6379, 'localhost')), /port 6379/);
});

test('literals: names are names, and nonsense is refused', () => {
  assert.is(literalAddress('lobby-1.internal'), undefined);
  assert.is(literalAddress('localhost'), undefined);
  assert.throws(() => literalAddress('a b'));
});

for (const host of [
  ...inner,
  ...forbidden,
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  'fd12::1',
  '198.18.0.1',
]) {
  test(`hooks: ${host} is not public`, () => {
    assert.ok(hookAddresses.problemOf(String(literalAddress(host)), 443));
    const bare = host.replace(/^\[|\]$/g, '');
    const url = `https://${bare.includes(':') ? `[${bare}]` : bare}/hook`;
    assert.ok(new HookRules([]).problemOf('webhook', url));
  });
}

test('hooks: public ones by https, Slack only where Slack is', () => {
  const rules = new HookRules(['http://127.0.0.1:9999']);
  const slack = 'https://hooks.slack.com/services/T0/B0/x';
  const bad = [
    'http://hooks.slack.com/services/T0/B0/x',
    'https://hooks.slack.com:444/services/T0/B0/x',
    'https://user@hooks.slack.com/services/T0/B0/x',
    'https://hooks.slack.com.evil.example/services/T0/B0/x',
    'https://hooks.slack.com/',
    'https://evil.example/services/T0/B0/x',
    'file:///etc/passwd',
    'nonsense',
  ];
  assert.is(rules.problemOf('slack-webhook', slack), undefined);
  for (const url of bad) assert.ok(rules.problemOf('slack-webhook', url), url);
  assert.is(rules.problemOf('webhook', 'https://hooks.example/x'), undefined);
  assert.is(rules.problemOf('webhook', 'https://8.8.8.8/x'), undefined);
  assert.ok(rules.problemOf('webhook', 'http://hooks.example/x'));
  assert.is(rules.problemOf('slack-webhook', 'http://127.0.0.1:9999/services/x'), undefined);
  assert.ok(rules.problemOf('webhook', 'http://127.0.0.1:9998/services/x'));
  assert.ok(rules.policyOf(new URL('https://localhost/')).problemOf('127.0.0.1', 443));
});

test.run();
