import type { Config } from '@plumbline/platform';
import { ConfigError, createLogger, FolderError, readConfig } from '@plumbline/platform';
import type { Logger } from 'pino';

export interface StartOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Folders of files that lie beside the program. */
  readonly consoleFolder?: string;
  readonly readerFolder?: string;
}

export interface Running {
  readonly url: string;
  /** Drains, closes and gives 0, or 1 when it did not end in time. */
  stop(): Promise<number>;
}

export const exitCodes = { ok: 0, failed: 1, misconfigured: 78 } as const;

/** What cannot be served, told in one line; the exit code tells a script whose fault it is. */
export class StartError extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'StartError';
  }
}

/** Opens the engine, puts the application over it, and listens. */
export async function start(options: StartOptions): Promise<Running> {
  const began = performance.now();
  const config = configOf(options.environment);
  const logger = createLogger(config.logLevel);
  const { openStandalone } = await import('./open-standalone.ts');
  const opened = await openStandalone(config, logger, options).catch((cause: unknown) => {
    throw startError(cause, config);
  });
  const { web, engine, adminTokenFile } = opened;
  try {
    await web.app.listen(config.port, config.host);
  } catch (cause) {
    await web.app.close();
    await engine.close();
    throw startError(cause, config);
  }
  const url = (await web.app.getUrl()).replace('[::1]', 'localhost');
  const startMs = Math.round(performance.now() - began);
  logger.info({ url, dataDir: config.dataDir, startMs }, `listening on ${url}`);
  if (adminTokenFile !== undefined) {
    logger.info({ file: adminTokenFile }, `the administrator's token lies in ${adminTokenFile}`);
  }
  let stopping: Promise<number> | undefined;
  const stop = (): Promise<number> => (stopping ??= drain(opened, config, logger));
  return { url, stop };
}

interface Stoppable {
  readonly web: { startClosing(): void; readonly app: { close(): Promise<void> } };
  readonly engine: { close(): Promise<void> };
}

/**
 * New requests are refused, those in flight finish, then the log is closed. What still runs after
 * `PLUMBLINE_DRAIN_MS` is given up: nothing acknowledged is lost by that, since an answer is sent
 * only after its facts are on the disk.
 */
async function drain({ web, engine }: Stoppable, config: Config, logger: Logger): Promise<number> {
  logger.info({ drainMs: config.drainMs }, 'closing');
  web.startClosing();
  const closing = (async () => {
    await web.app.close();
    await engine.close();
    return exitCodes.ok;
  })();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<number>((resolve) => {
    timer = setTimeout(() => resolve(exitCodes.failed), config.drainMs);
  });
  const exitCode = await Promise.race([closing, late]);
  clearTimeout(timer);
  if (exitCode === exitCodes.ok) logger.info({}, 'closed');
  else logger.error({ drainMs: config.drainMs }, 'gave up what was still running');
  return exitCode;
}

function configOf(environment: StartOptions['environment']): Config {
  try {
    return readConfig(environment);
  } catch (cause) {
    if (cause instanceof ConfigError) {
      throw new StartError(cause.message, exitCodes.misconfigured, { cause });
    }
    throw cause;
  }
}

function startError(cause: unknown, { host, port }: Config): unknown {
  const { code, name, message } = cause as NodeJS.ErrnoException;
  if (cause instanceof FolderError || name === 'WrongFile') {
    return new StartError(message, exitCodes.failed, { cause });
  }
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use on ${host}; set PORT to another one.`,
    EACCES: `Port ${port} may not be used; set PORT to one above 1023.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    ENOTFOUND: `HOST ${host} is no address of this machine.`,
  };
  const reason = reasons[code ?? ''];
  return reason === undefined ? cause : new StartError(reason, exitCodes.failed, { cause });
}
