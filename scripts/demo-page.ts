import type { Part } from '@gatehouse/shared/runtime/lifecycle';
import { root } from './checkout.ts';
import { ARENA_PAGE, buildPage } from './page-build.ts';
import { type PageFile, readPageFiles } from './page-files.ts';
import { PageServer } from './page-server.ts';

export interface DemoPageOptions {
  readonly port: number;
  readonly gatewayUrls: () => readonly string[];
  readonly say: (line: string) => void;
}

/** The page of `npm start`. A cluster is of use without it: a page that cannot be built is told of, and that is all. */
export class DemoPage implements Part {
  readonly name = 'page';
  private readonly options: DemoPageOptions;
  private readonly server: PageServer;
  private files: ReadonlyMap<string, PageFile> | undefined;

  constructor(options: DemoPageOptions) {
    this.options = options;
    const files = () => this.files ?? new Map<string, PageFile>();
    this.server = new PageServer({ files, gatewayUrls: options.gatewayUrls, port: options.port });
  }

  /** Undefined: there is none. */
  get url(): string | undefined {
    return this.files === undefined ? undefined : this.server.url;
  }

  async start(): Promise<void> {
    try {
      this.files = await readPageFiles(await buildPage(root, ARENA_PAGE, this.options.say));
    } catch (error) {
      this.options.say(error instanceof Error ? error.message : String(error));
      return;
    }
    await this.server.start().catch(error => {
      if (!error.message.endsWith(' is in use')) throw error;
      throw new Error(`${error.message} (every port follows from GATEWAY_WS_PORT)`); // a cause would be told behind it
    });
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}
