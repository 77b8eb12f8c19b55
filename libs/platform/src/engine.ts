import type { DynamicModule } from '@nestjs/common';
import type { Access } from '@plumbline/access';
import type { EventLog, Transactor } from '@plumbline/event-log';
import type { Clock } from '@plumbline/kernel';
import type { Exporter } from '@plumbline/exports';
import type { Desk, Feed, Gate } from '@plumbline/feed';
import type { Postbox } from '@plumbline/mail';
import type { AnswerStaging, ForgettingSealer, KeyStore } from '@plumbline/privacy';
import type { ProjectedView, Projector, Views } from '@plumbline/views';
import type { OpenApiPart, OpenStreams } from '@plumbline/web';
import type { Registry } from 'prom-client';
import type { Logger } from 'pino';

/** Everything a service's module stands on, whichever adapters are behind it. */
export interface Engine {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly transactor: Transactor;
  readonly keys: KeyStore;
  readonly sealer: ForgettingSealer;
  /** Where answers of anonymous surveys wait until they are released together. */
  readonly staging: AnswerStaging;
  readonly views: Views;
  readonly projector: Projector;
  /** What contexts let out, for the policies of others and their own. */
  readonly feed: Feed;
  /** What the services of this process let out, each for its context. */
  readonly gates: readonly Gate[];
  /** Names the installation in the source of what it lets out. */
  readonly environment: string;
  /** What policies could not take. */
  readonly desk: Desk;
  /** Who may see and do what, and who has looked. */
  readonly access: Access;
  /** Answers that last. */
  readonly streams: OpenStreams;
  /** Files of facts and tables, and the log of who has taken them. */
  readonly exporter: Exporter;
  /** The group under which the policies of a process keep their place and their parked facts. */
  readonly policyGroup: string;
  /** When people are reminded of what is due; left out, they are not. */
  readonly reminders?: { readonly quiet: { readonly from: number; readonly until: number } };
  /** Where reminders are sent from; left out, nobody is sent mail. */
  readonly postbox?: Postbox;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** Stops what runs, finishes what waits, closes the files, lets the folder go. */
  close(): Promise<void>;
}

/** What a service brings, from `<service>.parts.ts`. */
export interface ServiceParts {
  readonly context: string;
  readonly views: readonly ProjectedView[];
  readonly gates: readonly Gate[];
}

/** What a service brings to a process: its parts, its module, and its pages of the document. */
export interface Service extends ServiceParts {
  module(engine: Engine): DynamicModule;
  readonly openApi: OpenApiPart;
}
