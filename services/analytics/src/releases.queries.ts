import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, type Position, type Rejection } from '@plumbline/kernel';
import type { AskedTimes, PageRequest, ViewReader } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { cellId } from './metric-release/counting.ts';
import { tracedFacts, type Traced } from './releases.trace.ts';
import { kindOf, namedOf } from './releases.sources.ts';
import { metricSheet, type MetricSheet } from './views/metric-sheet.ts';
import { releaseSheet, type ReleaseSheet } from './views/release-sheet.ts';

export interface ReleaseFilter {
  readonly metric?: string;
  readonly question?: string;
  readonly from?: string;
  readonly until?: string;
}

/** What can be asked of metrics and releases. */
export type ReleasesQuestion =
  | { readonly ask: 'metrics'; readonly page: PageRequest }
  | { readonly ask: 'metric'; readonly name: string }
  | { readonly ask: 'releases'; readonly filter: ReleaseFilter; readonly page: PageRequest }
  | { readonly ask: 'release'; readonly releaseId: string }
  | {
      readonly ask: 'figure';
      readonly releaseId: string;
      readonly figure: number;
      readonly page: PageRequest;
    };

export interface ReleasesAnswer {
  readonly position: Position | null;
  readonly metrics?: readonly MetricSheet[];
  readonly releases?: readonly ShownRelease[];
  readonly traced?: Traced;
  readonly next?: string;
  readonly refused?: Rejection;
}

export interface ShownRelease {
  readonly sheet: ReleaseSheet;
  /** The release that it restates, where that is asked about. */
  readonly earlier?: ReleaseSheet;
  /** The segments, by `cellId`, whose figures the caller may see. */
  readonly seen: ReadonlySet<string>;
}

/** Every question on metrics and releases goes over the bus in this one envelope. */
export class ReleasesQuery extends Query<ReleasesAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: ReleasesQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(ReleasesQuery)
export class ReleasesQueryHandler implements IQueryHandler<ReleasesQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: ReleasesQuery): Promise<ReleasesAnswer> {
    const answer = await this.#answer(query);
    await query.reading.recorded();
    return answer;
  }

  async #answer({ tenant, question, times, reading }: ReleasesQuery): Promise<ReleasesAnswer> {
    const { views } = this.ports;
    if (question.ask === 'metrics' || question.ask === 'metric') {
      const reader = await views.of(metricSheet, tenant, times);
      if (question.ask === 'metric') {
        const sheet = await reader.get(question.name);
        return { position: reader.position, metrics: sheet === undefined ? [] : [sheet] };
      }
      const { docs, next } = await reader.find('all', question.page);
      const metrics = docs.map(({ doc }) => doc);
      return { position: reader.position, metrics, ...present({ next }) };
    }
    const reader = await views.of(releaseSheet, tenant, times);
    const { position } = reader;
    if (question.ask === 'releases') {
      const { releases, next } = await findReleases(reader, question.filter, question.page);
      const shown = releases.map((sheet) => ({ sheet, seen: nobody }));
      return { position, releases: shown, ...present({ next }) };
    }
    const sheet = await reader.get(question.releaseId);
    if (sheet === undefined) return { position, releases: [] };
    const seen = segmentsSeen(this.ports, sheet, reading);
    const releases = [{ sheet, seen }];
    if (question.ask === 'release') {
      const earlier = sheet.restates === null ? undefined : await reader.get(sheet.restates);
      return { position, releases: [{ sheet, seen, ...present({ earlier }) }] };
    }
    const { figure, page } = question;
    const { of } = sheet.figures[figure] ?? {};
    if (of === undefined || !seen.has(cellId(of))) return { position, releases };
    const traced = await tracedFacts(this.ports, { tenant, sheet, figure, page, reading });
    return { position, releases, traced };
  }
}

/** The segments of a release, by `cellId`, whose figures the caller may see. */
export function segmentsSeen(
  ports: AnalyticsPorts,
  { figures, diff, dimensions, releaseId, source }: ReleaseSheet,
  reading: Reading,
): ReadonlySet<string> {
  const kind = kindOf(ports, source);
  const seen = [...figures, ...diff].filter(({ of }) => {
    const asked = kind.see(namedOf(dimensions, of));
    if (asked === undefined) return true;
    return reading.sees(asked.action, asked.about, `release:${releaseId}`);
  });
  return new Set(seen.map(({ of }) => cellId(of)));
}

const nobody: ReadonlySet<string> = new Set();

/** Releases of a metric are found by it; what else is asked for is looked at one by one. */
export async function findReleases(
  reader: ViewReader<ReleaseSheet>,
  { metric, question, from, until }: ReleaseFilter,
  page: PageRequest,
): Promise<{ readonly releases: readonly ReleaseSheet[]; readonly next?: string }> {
  const by = metric === undefined ? 'all' : { index: 'metric', value: metric };
  const { docs, next } = await reader.find(by, page);
  const releases = docs
    .map(({ doc }) => doc)
    .filter((one) => question === undefined || one.source.question === question)
    .filter((one) => from === undefined || one.until >= from)
    .filter((one) => until === undefined || one.from <= until);
  return { releases, ...present({ next }) };
}
