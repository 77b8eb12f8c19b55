import type { EpochMs, Position } from '@plumbline/kernel';
import { LogUnavailable, type StoredFact } from './event-log.ts';
import type { EventStoreCalls } from './eventstoredb-calls.ts';
import { placeOf, type Reader } from './eventstoredb-reader.ts';

/** Facts whose place and time are remembered, so that a search begins near its end. */
export const samplesMax = 4_096;
/** Events that one question may look at, both ways together. */
export const positionAtEventsMax = 50_000;
const stepEvents = 1_000;

export interface TimeSample {
  readonly position: Position;
  readonly recordedAt: EpochMs;
}

export interface TimeSamples {
  add(position: Position, recordedAt: EpochMs): void;
  /** The nearest remembered facts: the last by an instant, and the first after it. */
  around(instant: EpochMs): { readonly before?: TimeSample; readonly after?: TimeSample };
}

/** Remembers places in the order of positions; when there are too many, every second one. */
export function createTimeSamples(max = samplesMax): TimeSamples {
  let samples: TimeSample[] = [];
  return {
    add: (position, recordedAt) => {
      const at = samples.findLastIndex((one) => one.position <= position) + 1;
      if (samples[at - 1]?.position === position) return;
      samples.splice(at, 0, { position, recordedAt });
      if (samples.length > max) samples = samples.filter((_, index) => index % 2 === 0);
    },
    around: (instant) => {
      const [before, after] = [
        samples.findLast((one) => one.recordedAt <= instant),
        samples.find((one) => one.recordedAt > instant),
      ];
      return { ...(before && { before }), ...(after && { after }) };
    },
  };
}

/**
 * The last position recorded by an instant. The event store has no index of time, and $all can be
 * entered only at an event that is known: so $all is read from the two nearest remembered facts
 * towards each other, until one way meets the instant. An instant not before the newest fact
 * costs one read; one that was near before costs a page. At most `positionAtEventsMax` events are
 * looked at; then `LogUnavailable` is thrown, and asking again goes on where this one came to.
 */
export function createPositionAt(calls: EventStoreCalls, reader: Reader, samples: TimeSamples) {
  return async (instant: EpochMs): Promise<Position | null> => {
    const newest = await reader.newestFact();
    if (newest === undefined) return null;
    samples.add(newest.position, newest.recordedAt);
    if (newest.recordedAt <= instant) return newest.position;
    const { before, after } = samples.around(instant);
    const up = createSearch(calls, reader, samples, 'forwards', before?.position ?? null);
    const down = createSearch(calls, reader, samples, 'backwards', after?.position ?? null);
    for (let looked = 0; looked < positionAtEventsMax;) {
      for (const search of [up, down]) {
        const step = await search((fact) => fact.recordedAt <= instant);
        if (step.isDone) return step.position;
        looked += step.looked;
      }
    }
    throw new LogUnavailable('What was recorded by then is being looked for; ask again.');
  };
}

/** Reads one way, a step at a call, for the place where facts by an instant and later ones meet. */
function createSearch(
  calls: EventStoreCalls,
  { factFrom }: Pick<Reader, 'factFrom'>,
  samples: TimeSamples,
  direction: 'forwards' | 'backwards',
  start: Position | null,
) {
  const isForwards = direction === 'forwards';
  let from = start;
  // Forwards from a fact: that one is by the instant already.
  let found = isForwards ? start : null;
  return async (isBy: (fact: StoredFact) => boolean) => {
    let isDone = false;
    let last: StoredFact | undefined;
    const looked = await calls.readAll({ direction, from, count: stepEvents }, (event) => {
      from = placeOf(event) ?? from;
      const fact = factFrom(event)?.fact;
      if (fact === undefined) return true;
      last = fact;
      const isFoundHere = isBy(fact);
      if (isFoundHere) found = fact.position;
      isDone = isForwards ? !isFoundHere : isFoundHere;
      return !isDone;
    });
    if (last !== undefined) samples.add(last.position, last.recordedAt);
    return { isDone: isDone || looked < stepEvents, position: found, looked };
  };
}
