import * as fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type TestClient, TestGateway } from './test-gateway.ts';
import { DiaryRoom, EPOCH, SAY, TestRoom } from './test-room.ts';

// A client that keeps the rules of the protocol, against rooms, gateways that die and frames that are lost on the way.

type Step =
  | { kind: 'roomSays' }
  | { kind: 'clientSays' }
  | { kind: 'lostOnTheWay' } // sent, but its gateway dies first
  | { kind: 'gatewayDies' }
  | { kind: 'attach' }
  | { kind: 'wait'; ms: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom<Step>(
    { kind: 'roomSays' },
    { kind: 'clientSays' },
    { kind: 'lostOnTheWay' },
    { kind: 'gatewayDies' },
  ),
  fc.constant<Step>({ kind: 'attach' }),
  fc.nat(6000).map(ms => ({ kind: 'wait', ms }) as const),
);

/** What a client remembers: its mark, and frames that were not acknowledged. */
class ModelClient {
  readonly got: string[] = [];
  freshStarts = 0;
  readonly sent: number[] = [];
  private mark: { epoch: number; number: number } | undefined;
  private retained: number[] = [];
  private connection: { gateway: TestGateway; client: TestClient } | undefined;
  private readonly room: TestRoom<DiaryRoom>;

  constructor(room: TestRoom<DiaryRoom>) {
    this.room = room;
  }

  attach(): void {
    const gateway = new TestGateway();
    const first = this.retained[0] ?? this.sent.length + 1;
    const client = this.room.open(gateway, 'ann', { first, ...(this.mark && { mark: this.mark }) });
    this.connection = { gateway, client };
    this.read();
  }

  say(fate: 'arrives' | 'lost'): void {
    const seq = this.sent.length + 1;
    this.sent.push(seq);
    this.retained.push(seq);
    if (fate === 'arrives') this.connection?.client.send(SAY, seq, seq);
    else this.die();
    this.read();
  }

  die(): void {
    this.read();
    if (this.connection !== undefined) this.connection.gateway.drop(this.connection.client);
    this.connection = undefined;
  }

  read(): void {
    for (const words of this.connection?.client.news() ?? []) this.hear(words.split(' '));
  }

  private hear([first = '', second = '', third = '', ...rest]: string[]): void {
    if (first === 'opened') {
      this.retained = this.retained.filter(seq => seq > Number(third));
      for (const seq of this.retained) this.connection?.client.send(SAY, seq, seq);
      assert.ok(!rest.includes('lost'));
    } else if (first === 'ack') {
      this.retained = this.retained.filter(seq => seq > Number(second));
    } else if (first === 'snapshot') {
      this.freshStarts++;
      this.mark = { epoch: EPOCH, number: Number(second) };
    } else {
      const number = Number(first.slice(1));
      assert.ok(this.mark !== undefined && number > this.mark.number, 'in order, none twice');
      this.mark = { epoch: EPOCH, number };
      this.got.push(words(second, third, rest));
    }
  }
}

function words(...parts: (string | string[])[]): string {
  return parts.flat().join(' ');
}

test('whatever dies and whenever: nothing is lost, doubled or reordered, in either direction', async () => {
  const property = fc.asyncProperty(fc.array(step, { maxLength: 80 }), async steps => {
    const room = await TestRoom.of(DiaryRoom, { users: ['ann'] });
    const client = new ModelClient(room);
    client.attach();
    let said = 0;
    for (const each of steps) {
      if (each.kind === 'roomSays') room.room.broadcast('say', `room ${++said}`);
      else if (each.kind === 'clientSays') client.say('arrives');
      else if (each.kind === 'lostOnTheWay') client.say('lost');
      else if (each.kind === 'gatewayDies') client.die();
      else if (each.kind === 'attach') client.attach();
      else room.clock.advance(each.ms);
      client.read();
    }
    client.attach();
    client.read();
    const taken = room.room.diary.filter(line => line.startsWith('ann: '));
    assert.equal(
      taken,
      client.sent.map(seq => `ann: ${seq}`),
    );
    const fromRoom = client.got.filter(line => line.includes('room'));
    const inOrder = fromRoom.map(line => Number(/\d+"$/.exec(line)?.[0].slice(0, -1)));
    if (client.freshStarts === 1)
      assert.equal(
        inOrder,
        Array.from({ length: said }, (_, index) => index + 1),
      );
    else
      assert.equal(
        inOrder,
        [...new Set(inOrder)].sort((a, b) => a - b),
      );
  });
  await fc.assert(property, { numRuns: 300 });
});

test.run();
