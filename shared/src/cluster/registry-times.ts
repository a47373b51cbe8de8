/** An evicted server that never returns is forgotten after this; kept while it still acknowledges or any link hears it. */
export const TOMBSTONE_MS = 120_000;
/** A backend writes its counts at least so often. */
export const REPORT_INTERVAL_MS = 3_000;
/** … and at most so often. */
export const REPORT_GAP_MS = 100;
/** A gateway that has not renewed for so long owns nothing any more. */
export const LEASE_MS = 15_000;
/** … and is forgotten after this. */
export const LEASE_FORGOTTEN_MS = 60_000;
export const LEASE_RENEW_MS = 5_000;
/** A reservation that nobody confirmed is no room. */
export const RESERVATION_TTL_MS = 10_000;
/** A newcomer gets its full share only after this. */
export const SLOW_START_MS = 30_000;
