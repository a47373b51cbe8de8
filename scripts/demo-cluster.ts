import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import type { DemoServer } from './demo-plan.ts';
import { type ServerProcess, type ServerRole, type StartedServer, startServer } from './server-process.ts';
import type { Terminal } from './terminal.ts';

export interface DemoClusterOptions {
  servers: readonly DemoServer[];
  redisUrl: () => string;
  terminal: Terminal;
}

export interface RunningServer extends DemoServer {
  readonly process: ServerProcess;
  readonly started: StartedServer;
}

const STOP_TIMEOUT_MS = 2000;
/** Whoever watches first, then clients, so that nobody is told of a loss that is only the end. */
const STOP_ORDER: readonly ServerRole[] = ['monitor', 'gateway', 'lobby-server', 'game-server'];

/** The servers of a plan as processes. One that ends by itself is told of; the others go on, as a cluster does. */
export class DemoCluster implements Part {
  readonly name = 'cluster';
  private readonly options: DemoClusterOptions;
  private readonly processes: { server: DemoServer; process: ServerProcess }[] = [];
  private runningServers: RunningServer[] = [];
  private state: 'starting' | 'running' | 'stopping' = 'starting';

  constructor(options: DemoClusterOptions) {
    this.options = options;
  }

  /** Complete once started. */
  get running(): readonly RunningServer[] {
    return this.runningServers;
  }

  /** Where players connect. */
  get urls(): readonly string[] {
    return this.runningServers.filter(({ role }) => role === 'gateway').map(({ started }) => `ws://${started.address}`);
  }

  /** Resolves when every process is ready. @throws Error what the first one that could not start has said */
  async start(): Promise<void> {
    for (const server of this.options.servers) this.processes.push({ server, process: this.launch(server) });
    const ready = this.processes.map(async ({ server, process }) => ({
      ...server,
      process,
      started: await process.ready,
    }));
    this.runningServers = await Promise.all(ready).catch(error => {
      throw new Error(withPortHint(error.message));
    });
    if (this.state === 'starting') this.state = 'running';
  }

  async stop(): Promise<void> {
    this.state = 'stopping';
    for (const role of STOP_ORDER) {
      const processes = this.processes.filter(({ server }) => server.role === role);
      await Promise.all(processes.map(({ process }) => stopProcess(process)));
    }
  }

  private launch(server: DemoServer): ServerProcess {
    const { terminal, redisUrl } = this.options;
    const env = { ...server.env, REDIS_URL: redisUrl() };
    const onLine: Parameters<typeof startServer>[0]['onLine'] = (text, line) => {
      // While starting, what is no log line is a complaint, and the first one becomes the error of start().
      if (line !== undefined || this.state === 'running') terminal.show(server.name, text, line);
    };
    const process = startServer({ ...server, env, onLine });
    void process.exited.then(({ code, signal }) => {
      if (this.state === 'running') terminal.say(`${server.name} ended (${signal ?? `exit code ${code}`})`);
    });
    return process;
  }
}

/** A server names the variable it has read; here one variable moves them all. */
function withPortHint(message: string): string {
  return message.includes(' is in use') ? `${message} (every port follows from GATEWAY_WS_PORT)` : message;
}

async function stopProcess(process: ServerProcess): Promise<void> {
  process.kill('SIGTERM');
  const timer = setTimeout(() => process.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await process.exited;
  clearTimeout(timer);
}
