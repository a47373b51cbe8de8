import { Latencies } from './latencies.ts';

/** What one run counts beside the deliveries. */
export class Measurements {
  /** From the planned instant of a message to each receiver. */
  readonly message = new Latencies();
  /** From `connect` to WELCOME. */
  readonly connect = new Latencies();
  /** From the host's `start` to each player's SNAPSHOT. */
  readonly enter = new Latencies();
  /** How late this process itself was in sending. */
  readonly sendLag = new Latencies();
  disconnects = 0;
  resumed = 0;
  fresh = 0;
  roomsEndedEarly = 0;
}
