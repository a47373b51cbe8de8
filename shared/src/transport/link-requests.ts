import { GatehouseError, isErrorCode, spokenReason, toGatehouseError } from '../protocol/errors.ts';
import { decodeMessage, type gatehouse, messages } from '../protocol/messages.ts';
import type { CancelTimer, Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import { LOG_EVENTS } from '../runtime/log-events.ts';
import { LINK_OPS } from './link-protocol.ts';

/** What is asked: one of the bodies of LinkRequest. */
export type RequestBody = Pick<gatehouse.LinkRequest.$Properties, 'joinServer' | 'placeRoom' | 'removeSeats'>;
/** The matching body of LinkReply; a removal of seats has none. */
export type ReplyBody = Pick<gatehouse.LinkReply.$Properties, 'joinServer' | 'placeRoom'>;

export interface LinkRequestsOptions {
  send: (op: number, body: Uint8Array) => void;
  answer: (request: gatehouse.LinkRequest) => Promise<ReplyBody>;
  maxPending: number;
  clock: Clock;
  log: Log;
}

interface Pending {
  resolve(reply: gatehouse.LinkReply): void;
  reject(error: GatehouseError): void;
  cancelTimer: CancelTimer;
}

/** Requests of one link in both directions. Each direction has at most `maxPending` without a reply. */
export class LinkRequests {
  private readonly options: LinkRequestsOptions;
  private readonly pending = new Map<number, Pending>();
  private nextId = 1;
  private answering = 0;
  private endedWith: GatehouseError | undefined;

  constructor(options: LinkRequestsOptions) {
    this.options = options;
  }

  /** @throws (rejects) GatehouseError: code of the peer, TIMEOUT, TOO_MANY_REQUESTS, or why the link ended. */
  request(body: RequestBody, timeoutMs: number): Promise<gatehouse.LinkReply> {
    if (this.endedWith !== undefined) return Promise.reject(this.endedWith);
    const { send, maxPending, clock } = this.options;
    if (this.pending.size >= maxPending) return Promise.reject(new GatehouseError('TOO_MANY_REQUESTS', { maxPending }));
    const id = this.nextId++;
    const bytes = messages.LinkRequest.encode({ ...body, id, timeoutMs }).finish();
    return new Promise((resolve, reject) => {
      const cancelTimer = clock.after(timeoutMs, () => {
        this.pending.delete(id);
        reject(new GatehouseError('TIMEOUT', { timeoutMs }));
      });
      this.pending.set(id, { resolve, reject, cancelTimer });
      send(LINK_OPS.request, bytes);
    });
  }

  /** @throws GatehouseError BAD_FRAME. A reply that came after its deadline is dropped. */
  receiveReply(body: Uint8Array): void {
    const reply = decodeMessage(messages.LinkReply, body);
    const pending = this.pending.get(reply.id);
    if (pending === undefined) return;
    this.pending.delete(reply.id);
    pending.cancelTimer();
    if (reply.errorCode === '') pending.resolve(reply);
    else pending.reject(peerError(reply));
  }

  /** @throws GatehouseError BAD_FRAME. Every readable request gets one reply, unless the link ends. */
  receiveRequest(body: Uint8Array): void {
    const request = decodeMessage(messages.LinkRequest, body);
    if (this.answering >= this.options.maxPending) {
      this.refuse(request.id, new GatehouseError('TOO_MANY_REQUESTS', { maxPending: this.options.maxPending }));
    } else {
      void this.answer(request);
    }
  }

  /** Rejects everything that waits for a reply, and whatever is asked later. */
  end(error: GatehouseError): void {
    this.endedWith = error;
    for (const pending of this.pending.values()) {
      pending.cancelTimer();
      pending.reject(error);
    }
    this.pending.clear();
  }

  private async answer(request: gatehouse.LinkRequest): Promise<void> {
    const { answer, send, log } = this.options;
    this.answering++;
    try {
      const reply = await answer(request);
      send(LINK_OPS.reply, messages.LinkReply.encode({ ...reply, id: request.id }).finish());
    } catch (cause) {
      const error = toGatehouseError(cause);
      if (error.code === 'INTERNAL') log.error(LOG_EVENTS.internalError, { error: cause });
      this.refuse(request.id, error);
    } finally {
      this.answering--;
    }
  }

  private refuse(id: number, error: GatehouseError): void {
    const errorReason = error.code === 'SEAT_REFUSED' ? (spokenReason(error.fields) ?? '') : '';
    const reply = { id, errorCode: error.code, errorMessage: error.message, errorReason };
    this.options.send(LINK_OPS.reply, messages.LinkReply.encode(reply).finish());
  }
}

function peerError(reply: gatehouse.LinkReply): GatehouseError {
  const code = isErrorCode(reply.errorCode) ? reply.errorCode : 'INTERNAL';
  const fields = { peerCode: reply.errorCode, peerMessage: reply.errorMessage };
  return new GatehouseError(code, reply.errorReason === '' ? fields : { ...fields, reason: reply.errorReason });
}
