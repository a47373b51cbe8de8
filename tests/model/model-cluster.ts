import { FakeClock } from '@gatehouse/shared/runtime/fake-clock';
import { Courier } from './courier.ts';
import { ModelGateway, type ModelKick } from './model-gateway.ts';
import { ModelPlayer } from './model-player.ts';
import { ModelRedis } from './model-redis.ts';
import { ModelGameServer, type ModelRoom } from './model-room.ts';

const GATEWAYS = ['a', 'b'];
const PLAYERS = ['ann', 'bo', 'cy'];
const BEAT_MS = 5000;
/** Time that heals everything: acknowledgements, looks for a route, attaches that were refused for now. */
const SETTLE_STEP_MS = 200;
const MAX_SETTLE_STEPS = 100;

/** One thing that happens; `on`: which player, gateway … it happens to. */
export interface Step {
  readonly what: keyof typeof STEPS;
  readonly on: number;
}

type Happening = (cluster: ModelCluster, on: number) => unknown;

/** What is said. */
const SPEECH = {
  playerSays: (cluster, on) => cluster.player(on).says(),
  roomShouts: (cluster, on) => cluster.room(on).shout(),
  roomShoutsToOthers: (cluster, on) => cluster.room(on).shout(cluster.player(on).userId),
  roomWhispers: (cluster, on) => cluster.room(on).whisper(cluster.player(on).userId),
  roomFlashes: (cluster, on) => cluster.room(on).flash(),
  roomFlashesToOthers: (cluster, on) => cluster.room(on).flash(cluster.player(on).userId),
  roomFlashesToOne: (cluster, on) => cluster.room(on).flashTo(cluster.player(on).userId),
} satisfies Record<string, Happening>;

/** What arrives, one thing at a time or all there is on the way. */
const DELIVERY = {
  frameReachesGateway: (cluster, on) => cluster.player(on).delivers(),
  frameReachesPlayer: (cluster, on) => cluster.player(on).hears(),
  frameReachesRoom: (cluster, on) => cluster.gateway(on).linkDeliversToRoom(),
  frameComesFromRoom: (cluster, on) => cluster.gateway(on).linkDeliversToGateway(),
  playerDeliversAll: (cluster, on) => all(() => cluster.player(on).delivers()),
  playerHearsAll: (cluster, on) => all(() => cluster.player(on).hears()),
  roomHearsAll: (cluster, on) => all(() => cluster.gateway(on).linkDeliversToRoom()),
  gatewayHearsAll: (cluster, on) => all(() => cluster.gateway(on).linkDeliversToGateway()),
  redisExecutes: (cluster, on) => cluster.gateway(on).redis.execute(),
  redisAnswers: (cluster, on) => cluster.gateway(on).redis.answer(),
  routeIsFound: (cluster, on) => cluster.gateway(on).answerRoute(),
  everythingArrives: cluster => cluster.deliverAll(),
} satisfies Record<string, Happening>;

/** What goes wrong, and what makes it good again. */
const TROUBLE = {
  playerLosesConnection: (cluster, on) => cluster.player(on).givesUpConnection(),
  gatewayLosesConnection: (cluster, on) => cluster.player(on).gatewayLosesConnection(),
  gatewayNoticesLostConnections: (cluster, on) => cluster.gateway(on).connectionsEndHere(),
  lateFrameReachesGateway: (cluster, on) => cluster.gateway(on).lateFrame(),
  playerGoesElsewhere: (cluster, on) => {
    cluster.player(on).givesUpConnection();
    cluster.player(on).connectTo(cluster.gateway(on >> 2));
  },
  playerEntersRoom: (cluster, on) => cluster.player(on).enters(cluster.room(on >> 2)),
  playerReconnects: (cluster, on) => cluster.player(on).connectTo(cluster.gateway(on >> 2)),
  playerAttachesAgain: (cluster, on) => cluster.player(on).retriesAttach(),
  linkEndsForGateway: (cluster, on) => cluster.gateway(on).linkEndsHere(),
  linkEndsForServer: (cluster, on) => cluster.gateway(on).linkEndsThere(),
  gatewayNoticesEndOfLink: (cluster, on) => cluster.gateway(on).noticesEndThere(),
  linkReturns: (cluster, on) => cluster.gateway(on).linkReturns(),
  serverNoticesOldLinks: (cluster, on) => cluster.gateway(on).oldLinksEndThere(),
  linkIsCongested: (cluster, on) => cluster.gateway(on).linkIsCongested(),
  linkDrains: (cluster, on) => cluster.gateway(on).linkDrains(),
  gatewayIsKilled: (cluster, on) => cluster.kill(on),
  deadGatewaysAreNoticed: cluster => cluster.noticeDeath(),
  kickArrives: cluster => cluster.kickArrives(),
  serverHolds: cluster => cluster.server.holds(),
  serverIsConfirmed: cluster => cluster.server.isConfirmed(),
  aMomentPasses: (cluster, on) => cluster.clock.advance(50 * (on + 1)),
  secondsPass: (cluster, on) => cluster.clock.advance(500 * (on + 1)),
} satisfies Record<string, Happening>;

const STEPS = { ...SPEECH, ...DELIVERY, ...TROUBLE };

export const SPEECH_STEPS = Object.keys(SPEECH) as (keyof typeof SPEECH)[];
export const DELIVERY_STEPS = Object.keys(DELIVERY) as (keyof typeof DELIVERY)[];
export const TROUBLE_STEPS = Object.keys(TROUBLE) as (keyof typeof TROUBLE)[];

/** Players, gateways and a game server in one process, where nothing moves by itself. */
export class ModelCluster {
  readonly clock: FakeClock;
  readonly server: ModelGameServer;
  private readonly redis = new ModelRedis();
  private readonly courier = new Courier();
  private readonly kicks: ModelKick[] = [];
  private readonly gateways: ModelGateway[];
  private readonly dead: ModelGateway[] = [];
  private readonly players: ModelPlayer[];
  private started = 0;

  private constructor(clock: FakeClock, server: ModelGameServer) {
    this.clock = clock;
    this.server = server;
    this.gateways = GATEWAYS.map(name => this.startGateway(name));
    this.players = PLAYERS.map(name => new ModelPlayer(name, clock));
    clock.every(BEAT_MS, () => {
      for (const player of this.players) player.beats();
    });
  }

  /** Everybody has logged in, has a seat, and is about to attach. */
  static async start(): Promise<ModelCluster> {
    const clock = new FakeClock();
    const cluster = new ModelCluster(clock, await ModelGameServer.start(clock));
    for (const [at, player] of cluster.players.entries()) player.connectTo(cluster.gateway(at));
    await cluster.quiesce();
    await cluster.server.seat(cluster.players.map(({ userId }) => userId));
    for (const player of cluster.players) player.enters(cluster.room(0));
    return cluster;
  }

  room(on: number): ModelRoom {
    const { rooms } = this.server;
    return rooms[on % rooms.length] as ModelRoom;
  }

  /** Times that a player was shown the room anew, by reason. */
  get freshStarts(): string[] {
    return this.players.flatMap(({ freshStarts }) => freshStarts);
  }

  player(on: number): ModelPlayer {
    return this.players[on % this.players.length] as ModelPlayer;
  }

  gateway(on: number): ModelGateway {
    return this.gateways[on % this.gateways.length] as ModelGateway;
  }

  async take({ what, on }: Step): Promise<void> {
    STEPS[what](this, on);
    await settled();
  }

  /** Everything that was broken is whole again and everything has been delivered: nothing may be missing. */
  async settle(): Promise<void> {
    this.heal();
    for (let step = 0; step < MAX_SETTLE_STEPS; step++) {
      for (const [at, player] of this.players.entries()) {
        player.connectTo(this.gateway(at));
        player.retriesAttach();
      }
      await this.quiesce();
      if (this.players.every(({ isWhole }) => isWhole)) break;
      this.clock.advance(SETTLE_STEP_MS);
    }
    for (const player of this.players) player.expectWhole();
    if (this.gateways.some(({ holdsReading }) => holdsReading)) throw new Error('a client is not read any more');
  }

  /** One round; what is sent meanwhile waits for the next. */
  deliverAll(): boolean {
    let moved = this.kickArrives();
    for (const gateway of [...this.gateways, ...this.dead]) {
      moved = all(() => gateway.redis.execute()) || moved;
      moved = all(() => gateway.linkDeliversToRoom()) || moved;
    }
    for (const gateway of this.gateways) {
      moved = all(() => gateway.redis.answer()) || moved;
      moved = all(() => gateway.answerRoute()) || moved;
      moved = all(() => gateway.linkDeliversToGateway()) || moved;
    }
    for (const player of this.players) {
      moved = all(() => player.delivers()) || moved;
      moved = all(() => player.hears()) || moved;
    }
    return moved;
  }

  /** Another process takes its place, with the same name. */
  kill(on: number): void {
    const at = on % this.gateways.length;
    const gateway = this.gateway(at);
    gateway.dies();
    this.dead.push(gateway);
    this.gateways[at] = this.startGateway(gateway.name);
  }

  noticeDeath(): void {
    for (const gateway of this.dead) {
      gateway.linkReturns();
      gateway.oldLinksEndThere();
    }
  }

  kickArrives(): boolean {
    const kick = this.kicks.shift();
    if (kick === undefined) return false;
    const gateway = this.gateways.find(({ incarnation }) => incarnation === kick.to);
    gateway?.sessions.supersede(kick);
    return true;
  }

  private heal(): void {
    this.noticeDeath();
    this.server.isConfirmed();
    for (const gateway of this.gateways) {
      gateway.linkDrains();
      gateway.noticesEndThere();
      gateway.linkReturns();
      gateway.oldLinksEndThere();
      gateway.connectionsEndHere();
    }
  }

  private async quiesce(): Promise<void> {
    do await settled();
    while (this.deliverAll());
  }

  private startGateway(name: string): ModelGateway {
    return new ModelGateway({
      name,
      incarnation: `${name}${++this.started}`,
      redis: this.redis,
      links: this.server.links,
      courier: this.courier,
      clock: this.clock,
      kick: kick => this.kicks.push(kick),
    });
  }
}

function all(next: () => boolean): boolean {
  let count = 0;
  while (next()) count++;
  return count > 0;
}

/** Whatever waits for a promise that is resolved has gone on. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
