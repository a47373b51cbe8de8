import { framePayload, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { LobbyCommands } from './lobby-commands.ts';
import type { LobbyReply } from './lobby-frames.ts';
import { LobbyUsers } from './lobby-users.ts';
import { PendingRequests } from './pending-requests.ts';

/** Commands that are answered at once, and the values of `away` that were said. */
function newUsers() {
  const said: boolean[] = [];
  const replies = new PendingRequests<LobbyReply>({ clock: new FakeClock(), timeoutMs: 1000 });
  let seq = 0;
  const send = (frame: Uint8Array): number => {
    assert.is(frameType(frame), FRAME_TYPES.setStatus);
    said.push(messages.SetStatus.decode(framePayload(frame)).away);
    const ref = ++seq;
    queueMicrotask(() => replies.resolve(ref, { kind: 'done' }));
    return ref;
  };
  return { users: new LobbyUsers(new LobbyCommands(replies, { send, keptCount: () => 0 }), () => {}), said };
}

test('users: away is said again when the lobby stream is new, as it was said last', async () => {
  const { users, said } = newUsers();
  users.resume();
  await users.setAway(true);
  users.resume();
  await users.setAway(false);
  users.resume();
  assert.equal(said, [true, true, false, false]);
});

test.run();
