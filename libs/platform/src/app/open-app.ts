import 'reflect-metadata';
import { localIssuer, oidcIssuer, type HealthCheck, type WebApp } from '@plumbline/web';
import { present } from '@plumbline/kernel';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Engine, Service } from '../engine.ts';
import { openEngine, type OpenedEngine } from '../open-engine.ts';
import { createApp } from './app.ts';

/** As long a start waits for the organisation; the one of 100,000 people takes a part of it. */
export const knownMsMax = 15_000;

export interface OpenedApp {
  readonly engine: Engine;
  readonly web: WebApp;
  readonly adminTokenFile: string | undefined;
}

/** What lies beside the program, and what it is called. */
export interface OpenAppOptions {
  /** The service whose process it is, on servers. */
  readonly name?: string;
  readonly consoleFolder?: string;
  readonly readerFolder?: string;
  /** The program of the engine's thread; without it there is no such thread. */
  readonly engineThread?: URL;
}

/** The modules of services over one engine, in one process. */
export async function openApp(
  config: Config,
  logger: Logger,
  services: readonly Service[],
  { engineThread, name, ...folders }: OpenAppOptions = {},
): Promise<OpenedApp> {
  const thread = engineThread === undefined ? {} : { engineThread };
  const named = name === undefined ? {} : { name };
  const opened = await openEngine({ config, logger, parts: services, ...thread, ...named });
  const { engine, localKey, adminTokenFile, checkLog } = opened;
  const { reminders } = config;
  const postbox = await postboxOf(config);
  const equipped: Engine = { ...engine, ...present({ reminders, postbox }) };
  try {
    const local = config.localIssuer ? [localIssuer(localKey.publicKey)] : [];
    const web = await createApp(engine, {
      modules: services.map((service) => service.module(equipped)),
      documents: services.map(({ openApi }) => openApi),
      issuers: [...local, ...config.issuers.map((issuer) => oidcIssuer(issuer))],
      checks: checksOf(opened, config),
      ...{ metrics: config.metrics, slowRequestMs: config.slowRequestMs, checkLog },
      ...folders,
    });
    await engine.projector.start();
    // On servers, readiness alone waits for it: a broker that is away must not keep a start up.
    if (config.store !== 'servers') await soonKnown(engine);
    return { engine, web, adminTokenFile };
  } catch (cause) {
    await engine.close();
    throw cause;
  }
}

/** The library of mail is loaded only where mail is sent. */
async function postboxOf({ mail }: Config) {
  if (mail === undefined) return undefined;
  const { openSmtpPostbox } = await import('@plumbline/mail/smtp');
  return openSmtpPostbox(mail);
}

/**
 * Nobody is asked to wait for what a start can read; but a log with something in it that this
 * release cannot read is served to operators all the same: `/health/ready` says what is missing.
 */
async function soonKnown({ access, logger }: Engine): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), knownMsMax);
  });
  const known = access.ready().then(() => 'known' as const);
  if ((await Promise.race([known, late])) === 'late') {
    logger.warn({ ms: knownMsMax }, 'the organisation is still being read: nobody is permitted');
  }
  clearTimeout(timer);
}

function checksOf(
  { engine, probe }: OpenedEngine,
  { viewLagMsMax }: Config,
): readonly HealthCheck[] {
  return [
    {
      name: 'log-readable',
      check: async () => {
        await engine.log.head();
        return undefined;
      },
    },
    { name: 'log-writable', check: probe },
    {
      name: 'organization-known',
      check: async () =>
        engine.access.isReady() ? undefined : 'The organisation is still being read.',
    },
    {
      name: 'views-current',
      check: async () => {
        const all = await engine.projector.status();
        const late = all.filter(({ lagSeconds }) => lagSeconds * 1_000 > viewLagMsMax);
        if (late.length === 0) return undefined;
        return `More than ${viewLagMsMax} ms behind: ${late.map(({ name }) => name).join(', ')}.`;
      },
    },
  ];
}
