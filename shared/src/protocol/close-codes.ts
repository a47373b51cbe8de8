/**
 * Why a connection is closed. 4000–4499: connect again; 4500–4999: do not.
 * Append only: the numbers are part of the protocol, and client, gateway and metrics share this table.
 */
export const CLOSE_REASONS = {
  serverDraining: { code: 4001, text: 'server draining' },
  slowConsumer: { code: 4002, text: 'slow consumer: the client does not read fast enough' },
  idle: { code: 4003, text: 'no traffic for three heartbeats' },
  internalError: { code: 4004, text: 'internal error of the gateway' },
  unavailable: { code: 4005, text: 'sessions cannot be checked now' },
  crowded: { code: 4006, text: 'too many connections wait for their HELLO' },
  elsewhere: { code: 4007, text: 'another gateway reaches the game server of this user' },
  resumedElsewhere: { code: 4008, text: 'the session goes on over a newer connection' },
  helloTimeout: { code: 4009, text: 'no HELLO within 10 seconds' }, // a phone may sleep between dialling and HELLO
  badFrame: { code: 4500, text: 'bad frame' },
  frameTooLarge: { code: 4501, text: 'frame too large' },
  helloExpected: { code: 4502, text: 'the first frame must be HELLO' },
  // 4503 was helloTimeout: not to be used again
  unsupportedVersion: { code: 4504, text: 'protocol version not supported' },
  unauthorized: { code: 4505, text: 'token or guest name refused' },
  superseded: { code: 4506, text: 'the same user logged in elsewhere' },
  sequenceError: { code: 4507, text: 'session frames must be numbered from 1 without gaps' },
  kicked: { code: 4508, text: 'removed by an operator' },
  alreadyConnected: { code: 4509, text: 'this user is connected elsewhere' },
  tooManyRequests: { code: 4510, text: 'too many session frames or errors' },
} as const;

export type CloseReason = (typeof CLOSE_REASONS)[keyof typeof CLOSE_REASONS];

/** Whether a client should connect again after this close code. Codes that are not ours (1006, …) are network trouble. */
export function mayReconnect(code: number): boolean {
  return code < 4500 || code > 4999;
}
