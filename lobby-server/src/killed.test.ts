import { loadScript } from '@gatehouse/shared/cluster/script';
import { FRAME_TYPES } from '@gatehouse/shared/protocol/message-types';
import { messages } from '@gatehouse/shared/protocol/messages';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { TestClient } from './test-client.ts';
import { TestLobbies } from './test-lobbies.ts';

// A lobby server dies between the commit of a command and its reply, or right before the commit, 200 times; another one
// goes on. Who was on the dead one attaches again as the SDK does: from its mark, saying again what was not answered.

const KILLS = 200;
const COMMIT = loadScript('commit-room', new URL('../lua/', import.meta.url));
const lobbies = await TestLobbies.start();
const survivor = await lobbies.lobbyServer('survivor');
const a = await lobbies.gateway('a', [survivor]);
const b = await lobbies.gateway('b', [survivor]);

test.after(() => lobbies.stop());

interface Command {
  readonly type: number;
  readonly payload: Uint8Array;
  /** The one event it makes, as seen by others. */
  readonly event: string;
}

function commandOf(number: number): Command {
  const text = `ann ${number}`;
  switch (number % 4) {
    case 0:
      return { type: FRAME_TYPES.setReady, payload: ready(number % 8 === 4), event: `ready ${number % 8 === 4}` };
    case 1:
      return {
        type: FRAME_TYPES.changeSettings,
        payload: messages.ChangeSettings.encode({ name: text }).finish(),
        event: `settings ${text}`,
      };
    default:
      return { type: FRAME_TYPES.sayChat, payload: messages.SayChat.encode({ text }).finish(), event: `chat ${text}` };
  }
}

function ready(value: boolean): Uint8Array {
  return messages.SetReady.encode({ ready: value }).finish();
}

/** Everything a client has seen of the room, over all its channels: `version event`. */
class Witness {
  readonly client: TestClient;
  readonly seen: string[] = [];
  mark = { epoch: 0, number: 0 };

  constructor(client: TestClient) {
    this.client = client;
  }

  /** Takes down what came since the last time; what it had already is dropped, as the SDK does. */
  note(): void {
    for (const each of this.client.received) {
      if (each.kind === 'snapshot') this.seen.push('a snapshot: something was missed');
      if (each.kind !== 'event' || each.version <= this.mark.number) continue;
      const { chat, readyChanged, settingsChanged } = each.message;
      const what = chat ? `chat ${chat.text}` : readyChanged ? `ready ${readyChanged.ready}` : undefined;
      this.seen.push(`${each.version} ${what ?? `settings ${settingsChanged?.name}`}`);
      this.mark.number = each.version;
    }
    this.client.received.splice(0);
  }
}

test(`killed between commit and reply ${KILLS} times: nobody notices`, async () => {
  const ann = new Witness(await lobbies.client('ann', a, survivor));
  const bob = new Witness(await lobbies.client('bob', b, survivor));
  const { room, epoch, version } = await ann.client.create('arena');
  const lobbyRoomId = room?.lobbyRoomId ?? '';
  const joined = await bob.client.join(lobbyRoomId);
  for (const witness of [ann, bob]) witness.client.received.splice(0);
  ann.mark = { epoch, number: version + 1 };
  bob.mark = { epoch, number: joined.version };

  const expected: string[] = [];
  let seq = 1;
  for (let kill = 1; kill <= KILLS; kill++) {
    const victim = await lobbies.victim(`victim${kill}`);
    await a.dial(victim.id);
    await ann.client.login(a);
    await ann.client.attach(a, victim.id, { roomId: lobbyRoomId, mark: { ...ann.mark }, first: seq + 1 });
    const cut = victim.cut.at({ script: COMMIT, when: kill % 5 === 0 ? 'before' : 'after' });
    const { type, payload, event } = commandOf(kill);
    ann.client.send(type, payload, ++seq);
    const others = bob.client.done(bob.client.say(`bob ${kill}`)); // meanwhile, on the other server
    await cut;
    lobbies.kill(victim);
    ann.note();
    await ann.client.login(a);
    const opened = await ann.client.attach(a, survivor, { roomId: lobbyRoomId, mark: { ...ann.mark }, first: seq });
    if (opened.have < seq) ann.client.send(type, payload, seq);
    await ann.client.done(seq);
    await others;
    const replies = ann.client.received.filter(each => each.kind === 'done' && each.message.ref === seq);
    assert.is(replies.length, 1, 'one reply');
    expected.push(event, `chat bob ${kill}`);
    ann.note();
    bob.note();
  }
  const through = version + 1 + expected.length;
  for (const { client, mark } of [ann, bob]) {
    if (mark.number < through) await client.next('event', each => each.version === through);
  }
  for (const witness of [ann, bob]) witness.note();
  assert.equal(ann.seen, bob.seen, 'the same order for all');
  assert.equal(
    ann.seen.map(line => Number(line.split(' ', 1)[0])),
    Array.from(expected, (_, at) => version + 2 + at),
    'no event is missing',
  );
  assert.equal(ann.seen.map(line => line.slice(line.indexOf(' ') + 1)).sort(), expected.sort(), 'each command once');
});

test.run();
