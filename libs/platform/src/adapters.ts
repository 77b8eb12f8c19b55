import type { EventLog, UnchangedCommands } from '@plumbline/event-log';
import type { LogCheck } from '@plumbline/event-log/sqlite';
import type { Desk, Feed, Gate, Places } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import type { Clock } from '@plumbline/kernel';
import type { AnswerStaging, ForgettingSealer, KeyStore, Sealer } from '@plumbline/privacy';
import type { Discarded, ProjectedView, Projector, ReadableViews } from '@plumbline/views';
import type { StreamLimits } from '@plumbline/web';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Config } from './config.ts';
import { recordDiscard } from './discards.ts';
import type { ServiceParts } from './engine.ts';
import type { Secrets } from './secrets.ts';

export interface OpenEngineOptions {
  readonly config: Pick<Config, 'store' | 'servers' | 'dataDir' | 'tenant' | 'cachedStreamsMax'>;
  /** The service whose process it is; on servers only, where each has its own. */
  readonly name?: string;
  readonly parts: readonly ServiceParts[];
  readonly logger: Logger;
  readonly clock?: Clock;
  /**
   * The program of a thread that writes the log and projects the views (it calls `serveEngine`); on
   * SQLite only. Without one, all of it runs in this thread.
   */
  readonly engineThread?: URL;
  /** What tests may have otherwise. */
  readonly streamLimits?: Partial<StreamLimits>;
}

/** What an engine is put together from, whichever engines are behind it. */
export interface Adapters {
  readonly log: EventLog;
  readonly keys: KeyStore;
  readonly sealer: ForgettingSealer;
  /** Where answers of anonymous surveys wait. */
  readonly staging: AnswerStaging;
  readonly views: ReadableViews;
  readonly projector: Projector;
  readonly feed: Feed;
  readonly desk: Desk;
  readonly policyGroup: string;
  readonly unchanged: UnchangedCommands;
  readonly secrets: Secrets;
  readonly checkLog?: () => Promise<LogCheck>;
  /** Undefined when it can be written, otherwise one sentence. */
  probe(): Promise<string | undefined>;
  /** After the projector has stopped. */
  close(): Promise<void>;
}

/** What opening one kind of engine takes besides the options. */
export interface Opening extends OpenEngineOptions {
  readonly clock: Clock;
  readonly registry: Registry;
}

export function viewsOf({ parts }: OpenEngineOptions): readonly ProjectedView[] {
  return parts.flatMap((part) => part.views);
}

export function gatesOf({ parts }: OpenEngineOptions): readonly Gate[] {
  return parts.flatMap((part) => part.gates);
}

/** What a projector tells of. The log may be there only after the projector is. */
export function projectorListeners(
  { logger }: OpenEngineOptions,
  log: () => EventLog,
  sealer: Sealer,
) {
  return {
    onDiscard: (discarded: Discarded) => recordDiscard(log(), sealer, discarded),
    onError: (err: unknown) => logger.error({ err }, 'the projector stopped, and tries again'),
  };
}

/** The stream of published facts within one process: the log itself. */
export function feedOf(options: OpenEngineOptions, log: EventLog, places: Places): Feed {
  const { logger } = options;
  return tailFeed({
    ...{ log, places, gates: gatesOf(options) },
    onError: (group, err) =>
      logger.error({ err, group }, 'reading facts failed, and is tried again'),
  });
}
