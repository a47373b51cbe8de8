import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { addressOf, readInvitation } from './invitation.ts';

test('invitation: an arena in lists is found by its id', () => {
  const address = addressOf({ id: 'a-B_3', inviteCode: undefined });
  assert.equal(readInvitation(address), { kind: 'room', lobbyRoomId: 'a-B_3' });
});

test('invitation: an arena in no list is found by its code', () => {
  const address = addressOf({ id: 'a', inviteCode: 'K7P2QX' });
  assert.equal(readInvitation(address), { kind: 'code', code: 'K7P2QX' });
});

test('invitation: other addresses invite nobody', () => {
  for (const hash of ['', '#', '#room=', '#other=1', '#room=a b']) assert.is(readInvitation(hash), undefined);
});

test.run();
