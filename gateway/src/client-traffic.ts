/** Frames of all clients of a gateway so far, and their bytes without what the transport adds. Counting is an addition, no more. */
export class ClientTraffic {
  receivedFrames = 0;
  receivedBytes = 0;
  sentFrames = 0;
  sentBytes = 0;

  received(frame: Uint8Array): void {
    this.receivedFrames++;
    this.receivedBytes += frame.length;
  }

  sent(frame: Uint8Array): void {
    this.sentFrames++;
    this.sentBytes += frame.length;
  }
}
