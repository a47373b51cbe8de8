import { addSequenceFaults, NO_SEQUENCE_FAULTS, type SequenceFaults } from './sequence-check.ts';

/** What became of everything that was said, in rooms or in lobbies. */
export interface DeliveryTotals extends SequenceFaults {
  readonly sent: number;
  /** Each message once for every receiver. */
  readonly delivered: number;
  /** Not shown, but the SDK said `fresh` and the snapshot tells of them. */
  readonly skipped: number;
  /** A new snapshot although nobody said `fresh`. */
  readonly unannounced: number;
  /** A snapshot that is older than what was shown before. */
  readonly wentBack: number;
  /** Said before the end of a game to players who may have been away when it ended. */
  readonly unheardAtEnd: number;
}

export const NO_DELIVERIES: DeliveryTotals = {
  ...NO_SEQUENCE_FAULTS,
  sent: 0,
  delivered: 0,
  skipped: 0,
  unannounced: 0,
  wentBack: 0,
  unheardAtEnd: 0,
};

export function addDeliveries(a: DeliveryTotals, b: DeliveryTotals): DeliveryTotals {
  return {
    ...addSequenceFaults(a, b),
    sent: a.sent + b.sent,
    delivered: a.delivered + b.delivered,
    skipped: a.skipped + b.skipped,
    unannounced: a.unannounced + b.unannounced,
    wentBack: a.wentBack + b.wentBack,
    unheardAtEnd: a.unheardAtEnd + b.unheardAtEnd,
  };
}

/** Nothing that was promised is missing. */
export function isWhole({ lost, doubled, reordered, unannounced, wentBack }: DeliveryTotals): boolean {
  return lost + doubled + reordered + unannounced + wentBack === 0;
}
