import type { Post } from './message.ts';
import { downtimeMs, lineOf, titleOf } from './message-words.ts';

/** What a generic webhook gets. Fields are only ever added. */
export function jsonMessage(post: Post, link: string | undefined): object {
  return {
    kind: post.kind,
    title: titleOf(post),
    link: link ?? null,
    items: post.items.map(item => ({
      dedupeKey: item.dedupeKey,
      text: lineOf(post.kind, item),
      incidentId: item.incidentId,
      targetId: item.targetId,
      hostName: item.hostName,
      environment: item.environment,
      address: item.address,
      reason: item.reason,
      lastError: item.lastError,
      openedAt: new Date(item.openedAtMs).toISOString(),
      closedAt: item.closedAtMs === null ? null : new Date(item.closedAtMs).toISOString(),
      downtimeMs: item.closedAtMs === null ? null : downtimeMs(item),
      merged: item.merged,
    })),
  };
}
