import type { Day, Position } from '@plumbline/kernel';
import { everyOf, findDocsMax, type ViewReader } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import { isSameScale } from './measure.ts';
import type { Place, Scope, SourceRef } from './metric-release/source.ts';
import type { MetricSource, Named, SourceKind } from './releases.sources.ts';
import { monthsOf } from './satisfaction.spans.ts';
import { unitsThen, type UnitsThen } from './satisfaction.units.ts';
import { askedIn, countingAt, customerAnswers } from './views/customer-answers.ts';
import type { CountedRecording, CountingMoment } from './views/customer-answers.ts';
import type { CustomerAnswers } from './views/customer-answers.ts';
import { ofMonth, type Counted } from './views/satisfaction-cells.ts';

/** By what answers of customers are told apart; in `satisfaction` they have the same names. */
export const customerDimensions = [
  ...(['location', 'touchpoint', 'channel', 'source', 'day', 'month'] as const),
  ...(['unit', 'person'] as const),
] as const;
type CustomerDimension = (typeof customerDimensions)[number];

/** What customers answered to one question. Single responses are for those who manage the work. */
export function customerResponses({ views, access }: AnalyticsPorts): SourceKind {
  return {
    open: async (tenant, ref, until) => {
      const reader = await views.of(customerAnswers, tenant, { readAfter: until });
      await access.after(until);
      return sourceOf(reader, ref, (position, lastDay) => {
        return unitsThen(access.organizationOf(tenant), position, lastDay);
      });
    },
    publish: (dimensions) => [
      'release/publish',
      ...(dimensions.includes('person') ? (['satisfaction/read-person'] as const) : []),
    ],
    see: (of) => {
      const person = of.get('person');
      if (person === undefined) return undefined;
      return { action: 'satisfaction/read-person', about: { owner: `person:${person}` } };
    },
    trace: (of) => ({ action: 'response/read', about: aboutHolder(of) }),
  };
}

function aboutHolder(of: Named) {
  const [person, unit] = [of.get('person'), of.get('unit')];
  if (person !== undefined) return { owner: `person:${person}` };
  return unit === undefined ? {} : { owner: `unit:${unit}` };
}

type UnitsAt = (position: Position, lastDay: Day) => UnitsThen;

function sourceOf(
  reader: ViewReader<CustomerAnswers>,
  ref: SourceRef,
  unitsAt: UnitsAt,
): MetricSource {
  return {
    dimensions: customerDimensions,
    promised: 0,
    answers: async function* (scopes, after) {
      const placings = scopes.map((scope) => placingOf(scope, unitsAt));
      const last = scopes.at(-1)?.position;
      for await (const { key, stream, recording } of recordingsOf(reader, ref, scopes, after)) {
        const score = scoreIn(recording.counted, ref);
        if (score === null) continue;
        const places = placings.map((placing) => placing(recording));
        if (places.every((place) => place === null)) continue;
        yield { key, score, places, facts: factsOf(recording, stream, last) };
      }
    },
  };
}

function scoreIn({ answers }: Counted, { question, scale }: SourceRef): number | null {
  const answer = answers.find((one) => one.metric === question && isSameScale(one.scale, scale));
  return answer?.score ?? null;
}

/** Where a response counts in a scope, with the organisation as it stood on the day. */
function placingOf(scope: Scope, unitsAt: UnitsAt): (recording: CountedRecording) => Place | null {
  const { from, until, position } = scope;
  const dimensions = scope.dimensions.filter(isKnown);
  const units = unitsAt(position, until);
  return (recording) => {
    const { counted } = recording;
    if (counted.occurredOn < from || counted.occurredOn > until) return null;
    const moment = countingAt(recording, position);
    if (moment === undefined) return null;
    return dimensions.map((dimension) => segmentsOf(dimension, counted, moment, units));
  };
}

function isKnown(dimension: string): dimension is CustomerDimension {
  return customerDimensions.some((one) => one === dimension);
}

function segmentsOf(
  dimension: CustomerDimension,
  counted: Counted,
  { holders, isDisputed }: CountingMoment,
  units: UnitsThen,
): readonly string[] {
  switch (dimension) {
    case 'unit':
      return units.of(holders, counted.occurredOn);
    case 'person':
      // As long as one of them disputes it, it is nobody's; of units it stays.
      return isDisputed ? [] : holders.flatMap(personIn);
    case 'day':
      return [counted.occurredOn];
    case 'month':
      return [counted.occurredOn.slice(0, 7)];
    default: {
      const segment = counted[dimension];
      return segment === null ? [] : [segment];
    }
  }
}

function personIn(holder: string): readonly string[] {
  return holder.startsWith('person:') ? [holder.slice('person:'.length)] : [];
}

function factsOf({ moments }: CountedRecording, stream: string, last: Position | undefined) {
  return moments
    .filter(({ position }) => last !== undefined && position <= last)
    .map(({ id, type, revision, position }) => ({ id, type, stream, revision, position }));
}

interface FoundRecording {
  /** The month and the response: two recordings of one response in one month have the same. */
  readonly key: string;
  readonly stream: string;
  readonly recording: CountedRecording;
}

/** What was recorded in the months of some scopes, month after month. */
async function* recordingsOf(
  reader: ViewReader<CustomerAnswers>,
  { question, scale }: SourceRef,
  scopes: readonly Scope[],
  after = '',
): AsyncGenerator<FoundRecording> {
  const from = scopes.map((one) => one.from).toSorted()[0] ?? '';
  const until =
    scopes
      .map((one) => one.until)
      .toSorted()
      .at(-1) ?? '';
  const [afterMonth = '', response] = after.split(' ');
  for (const month of monthsOf(from, until)
    .map(ofMonth)
    .filter((one) => one >= afterMonth)) {
    const by = { index: 'asked', value: askedIn(question, scale, month) };
    const isWithin = month === afterMonth && response !== undefined;
    const page = { limit: findDocsMax, ...(isWithin ? { after: response } : {}) };
    for await (const { doc } of everyOf(reader, by, page)) {
      const { responseId, stream } = doc;
      const recordings = doc.recordings.filter(({ counted }) => {
        return counted.occurredOn.startsWith(month);
      });
      for (const recording of recordings)
        yield { key: `${month} ${responseId}`, stream, recording };
    }
  }
}
