export interface Server {
  readonly url: string;
  stop(): Promise<unknown>;
}

export interface MortalServer extends Server {
  readonly pid: number;
  kill(): Promise<unknown>;
  restart(): Promise<unknown>;
}

export interface Servers {
  readonly eventStore: MortalServer;
  readonly kafka: MortalServer & {
    consoleConsumer(options: {
      readonly topic: string;
      readonly isolation: 'read_committed' | 'read_uncommitted';
      readonly timeoutMs: number;
    }): Promise<readonly string[]>;
  };
  readonly mongo: MortalServer;
  readonly settings: Readonly<Record<string, string>>;
  stop(): Promise<unknown>;
}

export interface ServiceProcess extends Server {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  freeze(): void;
  thaw(): void;
  kill(): Promise<unknown>;
}

export interface ServiceOptions {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly port?: number;
  readonly log?: string;
}

export declare const services: readonly string[];
export declare function startServers(
  folder: string,
  environment?: Readonly<Record<string, string | undefined>>,
): Promise<Servers>;
export declare function startEventStoreProcess(file: string, port?: number): Promise<MortalServer>;
export declare function startService(
  name: string,
  options: ServiceOptions,
): Promise<ServiceProcess>;
export declare function startEntry(
  processes: readonly Pick<ServiceProcess, 'name' | 'port'>[],
): Promise<Server>;
export declare function adminToken(folder: string): string;
