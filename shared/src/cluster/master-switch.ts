/** The master has moved, `host port` both. Every sentinel says it when it knows, so it is heard several times within seconds. */
export interface MasterSwitch {
  readonly from: string;
  readonly to: string;
}

/** A connection to Redis at the moment that news of a failover come. */
export interface ConnectionNow {
  /** Of ioredis. */
  readonly status: string;
  /** `address port`; undefined: not known. */
  readonly peer: string | undefined;
  /** It was ready after the first sentinel had said so. */
  readonly isNewer: boolean;
}

/** In the others it waits to ask a sentinel again, which is right. */
const BUSY: readonly string[] = ['connecting', 'connect', 'ready'];

/**
 * Whether a connection must be made anew. Sentinels hear of a failover one after the other, and each says it: a connection to
 * the new master is not disturbed, nor one made since to an address that they write otherwise; but one that was made since by
 * way of a sentinel that had not heard yet, and leads to the old master again, is.
 */
export function mustMove({ status, peer, isNewer }: ConnectionNow, { from, to }: MasterSwitch): boolean {
  if (!BUSY.includes(status) || peer === to) return false;
  return peer === from || !(status === 'ready' && isNewer);
}
