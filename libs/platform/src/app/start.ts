import type { Logger } from 'pino';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { FolderError } from '../data-folder.ts';
import type { Service } from '../engine.ts';
import { createLogger } from '../logger.ts';
import type { OpenAppOptions } from './open-app.ts';

export interface StartOptions extends OpenAppOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The services of this process; asked for once the settings are known to be good. */
  readonly services: () => Promise<readonly Service[]>;
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
  const { openApp } = await import('./open-app.ts');
  const services = await options.services();
  const opened = await openApp(config, logger, services, options).catch((cause: unknown) => {
    throw openError(cause);
  });
  const { web, engine, adminTokenFile } = opened;
  try {
    await web.app.listen(config.port, config.host);
  } catch (cause) {
    await web.app.close();
    await engine.close();
    throw listenError(cause, config);
  }
  const url = (await web.app.getUrl()).replace('[::1]', 'localhost');
  const startMs = Math.round(performance.now() - began);
  logger.info({ url, dataDir: config.dataDir, startMs }, `listening on ${url}`);
  logger.info({}, `reminders: ${tellOfReminders(config)}`);
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

function tellOfReminders({ reminders, mail }: Config): string {
  if (reminders === undefined) return 'off';
  return mail === undefined ? 'in the stream, no mail' : 'in the stream and by mail';
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
  const exitCode = await Promise.race([closing, late]).catch((err: unknown) => {
    logger.error({ err }, 'not everything could be closed');
    return exitCodes.failed;
  });
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

function openError(cause: unknown): unknown {
  const { name, message } = cause as Error;
  if (cause instanceof FolderError || name === 'WrongFile') {
    return new StartError(message, exitCodes.failed, { cause });
  }
  if (!name.startsWith('Mongo')) return cause;
  const told = `MongoDB cannot be used as MONGODB_URL names it: ${message}`;
  return new StartError(told, exitCodes.failed, { cause });
}

function listenError(cause: unknown, { host, port }: Config): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `Port ${port} is in use on ${host}; set PORT to another one.`,
    EACCES: `Port ${port} may not be used; set PORT to one above 1023.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this machine.`,
    ENOTFOUND: `HOST ${host} is no address of this machine.`,
  };
  const reason = reasons[code ?? ''];
  return reason === undefined ? cause : new StartError(reason, exitCodes.failed, { cause });
}
