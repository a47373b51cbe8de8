import type { ClusterRedis } from '@gatehouse/shared/cluster/cluster-redis';
import { reserve } from '@gatehouse/shared/cluster/placement';
import { placeRoom } from '@gatehouse/shared/cluster/room-life';
import { readServer } from '@gatehouse/shared/cluster/server-record';
import type { TestCluster } from '@gatehouse/shared/cluster/test-cluster';
import { encodeFrame, framePayload, frameSeq, frameType } from '@gatehouse/shared/protocol/frame';
import { FRAME_TYPES, STREAMS } from '@gatehouse/shared/protocol/message-types';
import { decodeMessage, messages as wire } from '@gatehouse/shared/protocol/messages';
import { systemClock } from '@gatehouse/shared/runtime/clock';
import { silentLog } from '@gatehouse/shared/runtime/log';
import type { Link, LinkReceiver } from '@gatehouse/shared/transport/link';
import { dialLink } from '@gatehouse/shared/transport/link-dialer';
import { TurnFlusher } from '@gatehouse/shared/transport/turn-output';

const USERS = ['ann', 'bo'];

/** A gateway's part towards one game server, over a real link: places rooms, opens channels, writes down what comes. */
export class TestLink {
  /** `1 snapshot 1 state`: channel or group, then the frame. */
  readonly heard: string[];
  private readonly cluster: TestCluster;
  private readonly redis: ClusterRedis;
  private readonly link: Link;
  private readonly serverId: string;

  private constructor(
    options: Pick<TestLink, 'heard'> & { cluster: TestCluster; redis: ClusterRedis; link: Link; serverId: string },
  ) {
    this.heard = options.heard;
    this.cluster = options.cluster;
    this.redis = options.redis;
    this.link = options.link;
    this.serverId = options.serverId;
  }

  static async to(serverId: string, cluster: TestCluster, redis: ClusterRedis): Promise<TestLink> {
    const record = await readServer(redis, cluster.keys, serverId);
    if (record === undefined) throw new Error(`${serverId} is not registered`);
    const heard: string[] = [];
    const link = await dialLink({
      address: record.address,
      peer: { id: serverId, incarnation: record.incarnation },
      self: { id: cluster.keys.serverId('Gateway', 'a'), incarnation: 'gateway' },
      secret: '',
      receiver: receiver(heard),
      pingIntervalMs: 400,
      turns: new TurnFlusher(),
      clock: systemClock,
      log: silentLog,
    });
    return new TestLink({ heard, cluster, redis, link, serverId });
  }

  /** Writes where the room is to run. */
  async place(roomId: string, roomClass: string): Promise<{ epoch: number; reservation: string }> {
    const { redis, serverId } = this;
    const { keys } = this.cluster;
    const placement = await reserve(redis, keys, { type: 'Game', roomClass, candidates: [serverId] });
    if (placement === undefined) throw new Error(`${serverId} cannot be chosen`);
    const room = { roomId, placement, roomClass, lobbyRoomId: 'L', users: USERS };
    const outcome = await placeRoom(redis, keys, room);
    if (outcome.kind !== 'placed') throw new Error(outcome.kind);
    return { epoch: outcome.epoch, reservation: placement.reservation };
  }

  /** JOIN_SERVER_REQUEST. Returns the size of the room, or the error's code. */
  join(roomId: string, roomClass: string, placed: { epoch: number; reservation: string }): Promise<number | string> {
    const users = USERS.map(userId => ({ userId, name: userId }));
    const joinServer = { roomId, roomClass, lobbyRoomId: 'L', users, ...placed };
    return this.link.request({ joinServer }, 2000).then(
      reply => reply.joinServer?.maxPlayers ?? 0,
      error => error.code,
    );
  }

  async create(roomId: string, roomClass: string): Promise<number | string> {
    return this.join(roomId, roomClass, await this.place(roomId, roomClass));
  }

  open(channel: number, roomId: string, turn = 0): void {
    const session = { userId: 'ann', sessionId: 's', sessionEpoch: 1 };
    this.link.sendOpen(channel, { stream: STREAMS.room, roomId, ...session, first: 1, turn });
  }

  send(channel: number, type: number, seq: number, payload: unknown): void {
    this.link.sendData(channel, encodeFrame(type, seq, new TextEncoder().encode(JSON.stringify(payload))));
  }

  close(): void {
    this.link.close();
  }
}

function receiver(heard: string[]): LinkReceiver {
  return {
    onOpened: (_link, channel, frame) => {
      heard.push(`${channel} opened turn ${decodeMessage(wire.Opened, framePayload(frame)).turn}`);
    },
    onData: (_link, channel, frame) => void heard.push(`${channel} ${inWords(frame)}`),
    onMulticast: (_link, group, frame) => void heard.push(`group ${group} ${inWords(frame)}`),
    onGroupAdd: (_link, group, channel) => void heard.push(`group ${group} + ${channel}`),
    onChannelClosed: (_link, channel, { code, result }) => {
      heard.push(`${channel} closed ${code} ${text(result)}`.trim());
    },
    onRequest: () => Promise.reject(new Error('game servers ask nothing')),
    onEnd: () => {},
  };
}

function inWords(frame: Uint8Array): string {
  const payload = framePayload(frame);
  switch (frameType(frame)) {
    case FRAME_TYPES.snapshot:
      return `snapshot ${frameSeq(frame)} ${text(decodeMessage(wire.Snapshot, payload).state)}`;
    case FRAME_TYPES.ack:
      return `ack ${decodeMessage(wire.Ack, payload).through}`;
    case FRAME_TYPES.ended: {
      const { why, result } = decodeMessage(wire.Ended, payload);
      return `#${frameSeq(frame)} ended ${why} ${text(result)}`.trim();
    }
    default:
      return `#${frameSeq(frame)} ${text(payload)}`;
  }
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
