import { defineMessages, json, message, RequestRefused, request } from '@gatehouse/client';
import { Room } from '@gatehouse/game-server';

export const counterMessages = defineMessages({
  /** Adds one and says how many there are; `thinkMs` later, to be under way when something breaks. */
  count: request(0x1001, json<{ thinkMs: number }>(), json<{ count: number }>()),
  /** To all, for each count. */
  counted: message(0x1002, json<number>()),
});

/** Counts how often it is asked to. */
export class Counter extends Room<typeof counterMessages> {
  override readonly messages = counterMessages;
  private count = 0;

  override onCreate(): void {
    this.onRequest('count', (_player, { thinkMs }) => {
      if (thinkMs < 0) throw new RequestRefused('BACKWARDS', 'time goes on');
      const count = ++this.count;
      this.broadcast('counted', count);
      return thinkMs === 0 ? { count } : new Promise(resolve => this.after(thinkMs, () => resolve({ count })));
    });
  }
}
