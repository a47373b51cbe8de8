export type StopSignal = 'SIGINT' | 'SIGTERM';

/** What a running program asks of the operating system's process around it; tests bring their own. */
export interface ProcessHost {
  onSignal(listener: (signal: StopSignal) => void): void;
  /** Errors that nobody caught, thrown or rejected. */
  onUncaught(listener: (error: unknown) => void): void;
  /** The process that started this one with an IPC channel is gone, however it died. */
  onParentGone(listener: () => void): void;
  /** One line for the person who started the process. */
  complain(line: string): void;
  exit(code: number): void;
}

export const thisProcess: ProcessHost = {
  onSignal(listener) {
    process.on('SIGINT', listener);
    process.on('SIGTERM', listener);
  },
  onUncaught(listener) {
    process.on('uncaughtException', listener);
    process.on('unhandledRejection', listener);
  },
  onParentGone(listener) {
    process.once('disconnect', listener);
    process.channel?.unref(); // the channel alone must not keep the process alive
  },
  complain: line => void process.stderr.write(`${line}\n`),
  exit: code => process.exit(code),
};
