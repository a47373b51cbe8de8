import type { Metrics } from '../runtime/metrics.ts';
import type { TurnFlusher } from './turn-output.ts';

/** What leaves a process on its sockets: links, and clients where there are any. */
export function addOutputMetrics(metrics: Metrics, turns: Pick<TurnFlusher, 'writtenFrames' | 'flushedBytes'>): void {
  metrics.counter({
    name: 'gatehouse_output_frames_total',
    help: 'Frames written to sockets, links and clients together; a multicast on a link is one',
    read: () => turns.writtenFrames,
  });
  metrics.counter({
    name: 'gatehouse_output_bytes_total',
    help: 'Bytes handed to sockets, links and clients together',
    read: () => turns.flushedBytes,
  });
}

/** What has been written to links, and their peers have not taken yet. */
export function addLinkMetrics(metrics: Metrics, links: () => Iterable<{ readonly bufferedBytes: number }>): void {
  metrics.gauge({ name: 'gatehouse_links', help: 'Open links', read: () => [...links()].length });
  metrics.gauge({
    name: 'gatehouse_link_output_waiting_bytes',
    help: 'Bytes written to links that the kernel has not taken',
    read: () => [...links()].reduce((sum, link) => sum + link.bufferedBytes, 0),
  });
}

/** Frames of clients, as they arrive here. */
export function addInputMetrics(
  metrics: Metrics,
  input: { readonly receivedFrames: number; readonly receivedBytes: number },
): void {
  metrics.counter({
    name: 'gatehouse_client_frames_received_total',
    help: 'Frames that clients have sent',
    read: () => input.receivedFrames,
  });
  metrics.counter({
    name: 'gatehouse_client_bytes_received_total',
    help: 'Their bytes, without what the transport adds',
    read: () => input.receivedBytes,
  });
}
