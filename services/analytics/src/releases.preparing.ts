import {
  isRejection,
  never,
  reject,
  type Instant,
  type Position,
  type Rejection,
} from '@plumbline/kernel';
import type { AnalyticsPorts } from './analytics.ports.ts';
import { scaleOf, type Scale } from './measure.ts';
import { builtInMetrics } from './metric-definition/built-in.ts';
import type * as Command from './metric-release/metric-release.commands.ts';
import type { MetricReleaseCommand, Terms } from './metric-release/metric-release.commands.ts';
import type { Scope, SourceRef, SurveyRef } from './metric-release/source.ts';
import { metricDefinitionAggregate, metricDefinitionStream } from './releases.facts.ts';
import { ratingsAsked, type RatingsAsked } from './releases.ratings.ts';
import { releaseSheet } from './views/release-sheet.ts';

/** What is asked; how it is counted, and what comes of it, the handler finds out. */
export type ReleaseAsked = PublishAsked | RatingsReleaseAsked | RestateAsked;

export interface PublishAsked extends Command.Asked {
  readonly type: 'PublishRelease';
  readonly releaseId: string;
  readonly metric: string;
  /** The newest, when it is left out. */
  readonly version?: number;
  /** Of a survey, and not of customers: it says of which question, too. */
  readonly source?: SurveyRef;
  /** Where the metric does not say. */
  readonly question?: string;
  readonly scale?: Scale;
  readonly from: string;
  readonly until: string;
  readonly dimensions: readonly string[];
  /** Everything that is recorded, when it is left out. */
  readonly asOf?: Instant | Position;
}

/** The span is the period of the cycle, and the scale that of its rule pack. */
export interface RatingsReleaseAsked extends Command.Asked, RatingsAsked {
  readonly type: 'PublishRatings';
  readonly releaseId: string;
  readonly metric: string;
  readonly version?: number;
  readonly dimensions: readonly string[];
  readonly asOf?: Instant | Position;
}

export interface RestateAsked extends Command.Asked {
  readonly type: 'RestateRelease';
  readonly releaseId: string;
  readonly ref: string;
  readonly asOf?: Instant | Position;
}

/** A command that lacks nothing but the answers. */
export interface Prepared {
  readonly ref: SourceRef;
  readonly scope: Scope;
  commandOf(counting: Command.Counting): MetricReleaseCommand;
}

export async function preparedOf(
  ports: AnalyticsPorts,
  asked: ReleaseAsked,
  tenant: string,
): Promise<Prepared | Rejection> {
  const position = await ports.views.positionOf(asked.asOf);
  if (position === null) {
    return reject('release/nothing-recorded', 'Nothing was recorded by then.', '/asOf');
  }
  switch (asked.type) {
    case 'PublishRelease':
      return toPublish(ports, asked, tenant, position);
    case 'PublishRatings':
      return toPublishRatings(ports, asked, tenant, position);
    case 'RestateRelease':
      return toRestate(ports, asked, tenant, position);
    default:
      return never(asked);
  }
}

async function toPublishRatings(
  ports: AnalyticsPorts,
  asked: RatingsReleaseAsked,
  tenant: string,
  position: Position,
): Promise<Prepared | Rejection> {
  const terms = await termsOf(ports, asked, tenant);
  if (isRejection(terms)) return terms;
  const rated = await ratingsAsked(ports, asked, tenant, position);
  if (isRejection(rated)) return rated;
  const { ref, from, until } = rated;
  return published(asked, terms, ref, { from, until, dimensions: asked.dimensions, position });
}

async function toPublish(
  ports: AnalyticsPorts,
  asked: PublishAsked,
  tenant: string,
  position: Position,
): Promise<Prepared | Rejection> {
  const terms = await termsOf(ports, asked, tenant);
  if (isRejection(terms)) return terms;
  const ref = asked.source ?? customersAsked(asked, terms);
  if (isRejection(ref)) return ref;
  const { from, until, dimensions } = asked;
  return published(asked, terms, ref, { from, until, dimensions, position });
}

function published(
  { act, at, now, releaseId }: PublishAsked | RatingsReleaseAsked,
  terms: Terms,
  ref: SourceRef,
  scope: Scope,
): Prepared {
  const asked = { type: 'PublishRelease', act, at, now, releaseId } as const;
  const command = { ...asked, source: ref, terms, scope };
  return { ref, scope, commandOf: (counting) => ({ ...command, ...counting }) };
}

function customersAsked(asked: PublishAsked, terms: Terms): SourceRef | Rejection {
  const question = asked.question ?? terms.question;
  if (question === null) {
    const detail = 'The metric is counted from any question. Name one.';
    return reject('release/question-missing', detail, '/question');
  }
  const scale = asked.scale ?? scaleOf(terms.formula);
  if (scale === null) {
    const detail = 'The formula is for any scale. Give that of the question.';
    return reject('release/scale-missing', detail, '/scale');
  }
  return { kind: 'customer-responses', question, scale };
}

async function termsOf(
  { transactor }: AnalyticsPorts,
  { metric, version }: Pick<PublishAsked, 'metric' | 'version'>,
  tenant: string,
): Promise<Terms | Rejection> {
  const builtIn = builtInMetrics.get(metric);
  const stream = metricDefinitionStream(tenant, metric);
  const { state } = await transactor.load(metricDefinitionAggregate, stream);
  const defined = state.stage === 'none' ? [] : state.versions;
  const versions = builtIn === undefined ? defined : [builtIn];
  const found =
    version === undefined ? versions.at(-1) : versions.find((one) => one.version === version);
  if (found === undefined) {
    const detail = 'There is no such metric, or no such version of it. Define it first.';
    return reject('release/unknown-metric', detail, '/metric');
  }
  const { formula, question, minN, dimensions } = found;
  const definition = { name: metric, version: found.version };
  return { definition, formula, question, minN, dimensions };
}

async function toRestate(
  { views }: AnalyticsPorts,
  asked: RestateAsked,
  tenant: string,
  position: Position,
): Promise<Prepared | Rejection> {
  // A release that was made a moment ago can be restated at once.
  const head = await views.positionOf(undefined);
  const reader = await views.of(releaseSheet, tenant, head === null ? {} : { readAfter: head });
  const sheet = await reader.get(asked.ref);
  if (sheet === undefined) {
    return reject('release/not-found', 'There is no release with this id.');
  }
  const { from, until, dimensions, source: ref } = sheet;
  const { type, act, at, now, releaseId, ref: earlier } = asked;
  const command = { type, act, at, now, releaseId, ref: earlier, position };
  const scope = { from, until, dimensions, position };
  return { ref, scope, commandOf: (counting) => ({ ...command, ...counting }) };
}
