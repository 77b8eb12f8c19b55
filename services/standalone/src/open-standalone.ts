import 'reflect-metadata';
import { goalsOpenApi, GoalsModule, goalsParts } from '@plumbline/goals';
import type { Config, Engine } from '@plumbline/platform';
import { openEngine, type OpenedEngine } from '@plumbline/platform/open-engine';
import { localIssuer, oidcIssuer, type HealthCheck, type WebApp } from '@plumbline/web';
import type { Logger } from 'pino';
import { createApp } from './app.ts';

export interface Standalone {
  readonly engine: Engine;
  readonly web: WebApp;
  readonly adminTokenFile: string | undefined;
}

/** Every service's module over one engine, in one process. */
export async function openStandalone(
  config: Config,
  logger: Logger,
  folders: { readonly consoleFolder?: string; readonly readerFolder?: string } = {},
): Promise<Standalone> {
  const opened = await openEngine({ config, logger, parts: [goalsParts] });
  const { engine, localKey, adminTokenFile, checkLog } = opened;
  try {
    const local = config.localIssuer ? [localIssuer(localKey.publicKey)] : [];
    const web = await createApp(engine, {
      modules: [GoalsModule.with(engine)],
      documents: [goalsOpenApi],
      issuers: [...local, ...config.issuers.map((issuer) => oidcIssuer(issuer))],
      checks: checksOf(opened, config),
      ...{ metrics: config.metrics, slowRequestMs: config.slowRequestMs, checkLog },
      ...folders,
    });
    await engine.projector.start();
    return { engine, web, adminTokenFile };
  } catch (cause) {
    await engine.close();
    throw cause;
  }
}

function checksOf(
  { engine, probeDisk }: OpenedEngine,
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
    { name: 'log-writable', check: probeDisk },
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
