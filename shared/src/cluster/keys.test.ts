import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Keys, requireClassNames } from './keys.ts';

const plain = new Keys({ namespace: 'gh' });
const braced = new Keys({ namespace: 'gh', cluster: true });

const names: [what: string, of: (keys: Keys) => string, plain: string, braced: string][] = [
  ['server', keys => keys.serverId('Game', 'g1'), 'gh:Game:g1', '{gh}:Game:g1'],
  ['servers', keys => keys.servers, 'gh:servers', '{gh}:servers'],
  ['events', keys => keys.events, 'gh:events', '{gh}:events'],
  ['mass miss', keys => keys.massMiss('Game'), 'gh:mass-miss:Game', 'gh:mass-miss:Game'],
  ['echo', keys => keys.echo('n'), 'gh:echo:n', 'gh:echo:n'],
  ['gateways', keys => keys.gateways, 'gh:gateways', '{gh}:gateways'],
  ['room', keys => keys.room('L-1'), 'gh:room:L-1', 'gh:room:L-1'],
  ['session', keys => keys.session('u'), 'gh:session:u', 'gh:session:u'],
  ['lobby room', keys => keys.lobbyRoom('L'), 'gh:lobby:{L}', 'gh:lobby:{L}'],
  ['lobby events', keys => keys.lobbyEvents('L'), 'gh:lobby:{L}:events', 'gh:lobby:{L}:events'],
  ['lobby replies', keys => keys.lobbyReplies('L'), 'gh:lobby:{L}:replies', 'gh:lobby:{L}:replies'],
  ['lobby channel', keys => keys.lobbyChannel('L'), 'gh:lobby:L', 'gh:lobby:L'],
  ['lobby index', keys => keys.lobbyIndex('arena'), 'gh:lobbies:arena', 'gh:lobbies:arena'],
  ['listings', keys => keys.listings, 'gh:lobbies', 'gh:lobbies'],
  ['invite code', keys => keys.inviteCode('abcd2345'), 'gh:code:abcd2345', 'gh:code:abcd2345'],
  ['creation turn', keys => keys.creationTurn('arena'), 'gh:turn:arena', 'gh:turn:arena'],
  ['attempts', keys => keys.attempts('code:u'), 'gh:attempts:code:u', 'gh:attempts:code:u'],
  ['presence', keys => keys.presence('u'), 'gh:presence:u', 'gh:presence:u'],
  ['lobby mail', keys => keys.lobbyMail(keys.serverId('Lobby', 'l1')), 'gh:Lobby:l1:mail', '{gh}:Lobby:l1:mail'],
  ['lobby servers', keys => keys.lobbyServers, 'gh:lobby-servers', '{gh}:lobby-servers'],
];
for (const [what, of, expected, onCluster] of names) {
  test(`keys: ${what}`, () => assert.equal([of(plain), of(braced)], [expected, onCluster]));
}

test('keys: rooms and reservations of a server lie with the registry', () => {
  assert.is(plain.roomsOf('gh:Game:g1'), 'gh:rooms:gh:Game:g1');
  assert.is(braced.roomsOf('{gh}:Game:g1'), 'gh:rooms:{gh}:Game:g1');
  assert.is(braced.reservationsOf('{gh}:Game:g1'), 'gh:reservations:{gh}:Game:g1');
});

test('keys: the type is part of the id; ids of other namespaces have none', () => {
  assert.equal(
    ['gh:Game:g1', 'gh:Lobby:l', 'gh:Gateway:a'].map(id => plain.serverType(id)),
    ['Game', 'Lobby', 'Gateway'],
  );
  assert.equal(
    ['gh:Toaster:t', 'other:Game:g1', '{gh}:Game:g1'].map(id => plain.serverType(id)),
    [undefined, undefined, undefined],
  );
  assert.is(braced.serverType('{gh}:Game:g1'), 'Game');
});

test('keys: names that would break a key or a list are refused', () => {
  for (const name of ['', 'a b', 'a:b', 'a,b', '{a}', 'x'.repeat(65)]) {
    assert.throws(() => plain.serverId('Game', name), 'BAD_CONFIG');
    assert.throws(() => new Keys({ namespace: name }), 'BAD_CONFIG');
    assert.throws(() => requireClassNames([name]), 'BAD_CONFIG');
  }
});

test.run();
