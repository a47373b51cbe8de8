import { GatehouseError } from '../protocol/errors.ts';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import type { LinkLimits } from './link-protocol.ts';
import type { LinkStream } from './link-stream.ts';
import { SilenceWatch } from './silence-watch.ts';
import { UnsentWatch } from './unsent-watch.ts';

/** The unsent bytes are looked at so often within LinkLimits.unsentMs. */
const UNSENT_STEPS = 5;

export interface LinkWatches {
  stream: LinkStream;
  limits: LinkLimits;
  /** Backend: a gateway that should ping so often, and is silent, is gone. */
  pingedEveryMs?: number | undefined;
  clock: Clock;
  /** SLOW_PEER or LINK_CLOSED; called again at every later look until the timers are cancelled. */
  end: (error: GatehouseError) => void;
}

/**
 * Starts the timers that end a link whose peer takes nothing or says nothing: no machine and no cable tells that it is gone,
 * and without them its users would sit there as if they played. Returns what cancels them.
 */
export function startWatches({ stream, limits, pingedEveryMs, clock, end }: LinkWatches): CancelTimer[] {
  const unsent = new UnsentWatch(UNSENT_STEPS);
  const checkUnsent = (): void => {
    const { flushedBytes, takenBytes } = stream.progress();
    if (!unsent.stalled(flushedBytes, takenBytes)) return;
    end(new GatehouseError('SLOW_PEER', { unsentMs: limits.unsentMs, bufferedBytes: stream.bufferedBytes }));
  };
  const cancelUnsent = clock.every(limits.unsentMs / UNSENT_STEPS, checkUnsent);
  if (pingedEveryMs === undefined) return [cancelUnsent];

  const silence = new SilenceWatch(limits.silentIntervals);
  const checkSilence = (): void => {
    if (silence.silent(stream.receivedBytes))
      end(new GatehouseError('LINK_CLOSED', { silentIntervals: limits.silentIntervals }));
  };
  return [cancelUnsent, clock.every(pingedEveryMs, checkSilence)];
}
