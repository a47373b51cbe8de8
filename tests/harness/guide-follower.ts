import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type CodeBlock, codeBlocks } from '../docs/markdown.ts';
import { Command } from './command.ts';

/** A file or some commands of a guide, in the order in which they are read. */
export type GuideStep = { kind: 'file'; path: string; text: string } | { kind: 'commands'; lines: readonly string[] };

export interface FollowerOptions {
  steps: readonly GuideStep[];
  /** Where the first commands run. */
  folder: string;
  /** What `npm start` is given as its first port. */
  firstPort: number;
}

const FILE_NAME = /\*\*([\w./-]+)\*\*\n\n$/;
/** The ports of `npm start`, and those of a guide: 7400, 7410, 7480. */
const FIRST_PORT = 7400;
const PORTS = /\b74[0-9]0\b/g;

/** What a reader of a guide does: a block below a bold file name is that file, one of `sh` is typed in, others are looked at. */
export function guideSteps(markdown: string): GuideStep[] {
  return codeBlocks(markdown).flatMap(block => stepOf(block) ?? []);
}

function stepOf({ before, language, text }: CodeBlock): GuideStep | undefined {
  const path = FILE_NAME.exec(before)?.[1];
  if (path !== undefined) return { kind: 'file', path, text };
  return language === 'sh' ? { kind: 'commands', lines: text.trim().split('\n') } : undefined;
}

/** Follows a guide word by word, from step to step; only the ports are others, which are free. */
export class GuideFollower {
  private readonly steps: GuideStep[];
  private readonly firstPort: number;
  private readonly env: Readonly<Record<string, string | undefined>>;
  private folder: string;

  constructor({ steps, folder, firstPort }: FollowerOptions) {
    this.steps = [...steps];
    this.folder = folder;
    this.firstPort = firstPort;
    this.env = {
      REDIS_URL: undefined,
      NODE_ENV: undefined, // the test's own
      GATEWAY_WS_PORT: `${firstPort}`,
      BOTS: '0',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      npm_config_prefer_offline: 'true',
      npm_config_update_notifier: 'false',
    };
  }

  /** Steps that were not taken yet. */
  get left(): readonly GuideStep[] {
    return this.steps;
  }

  /** Writes the files up to the next commands, and runs those to their end. What they print; they may change the folder. */
  async run(): Promise<string> {
    const lines = this.nextCommands();
    const options = { cwd: this.folder, env: { ...process.env, ...this.env } };
    const { stdout } = await promisify(execFile)('sh', ['-ec', [...lines, 'pwd'].join('\n')], options).catch(error => {
      throw new Error(`${lines.join('\n')}\n${error.stdout}${error.stderr}`, { cause: error });
    });
    this.folder = stdout.trim().split('\n').at(-1) ?? '';
    return stdout;
  }

  /** As `run`, but the last of the commands goes on, in a terminal of its own. */
  start(): Command {
    const lines = this.nextCommands();
    const last = `exec ${lines.at(-1)}`; // so that the signals reach it
    return new Command('sh', ['-ec', [...lines.slice(0, -1), last].join('\n')], { cwd: this.folder, env: this.env });
  }

  private nextCommands(): readonly string[] {
    for (;;) {
      const step = this.steps.shift();
      if (step === undefined) throw new Error('the guide says no more');
      if (step.kind === 'commands') return step.lines.map(line => this.ported(line));
      const file = join(this.folder, step.path);
      writeFileSync(file, this.ported(step.text), { flag: 'wx' });
    }
  }

  private ported(text: string): string {
    return text.replaceAll(PORTS, port => `${Number(port) - FIRST_PORT + this.firstPort}`);
  }
}
