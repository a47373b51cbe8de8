import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a run leaves what it saw: a log of its own, one of each process, and files. */
export class RunFolder {
  readonly path: string;
  private readonly logs = new Map<string, WriteStream>();

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<RunFolder> {
    return new RunFolder(await mkdtemp(join(tmpdir(), 'gatehouse-chaos-')));
  }

  /** Appends to `<name>.log`. */
  log(name: string, line: string): void {
    const known = this.logs.get(name);
    const log = known ?? createWriteStream(join(this.path, `${name}.log`), { flags: 'a' });
    if (known === undefined) this.logs.set(name, log);
    log.write(`${line}\n`);
  }

  /** The run's own log, with the time of day as the servers write it. */
  readonly note = (line: string): void => this.log('chaos', `${new Date().toISOString()} ${line}`);

  async file(name: string, text: string): Promise<void> {
    await writeFile(join(this.path, name), text);
  }

  async keep(): Promise<void> {
    await Promise.all([...this.logs.values()].map(log => new Promise<void>(resolve => log.end(() => resolve()))));
  }

  async remove(): Promise<void> {
    await this.keep();
    await rm(this.path, { recursive: true, force: true });
  }
}
