import { present } from '@plumbline/kernel';
import type { Draft, KeyResult, Visibility } from '../goal/goal.ts';
import type { Words } from '../goal/goal.commands.ts';
import type { Measure, Period } from '../measure.ts';
import type { AnyMeasureDto, KeyResultDto, PeriodDto } from './shapes.ts';

/** From the shapes of requests to what commands hold: names go to the words, ids are given. */

export const cadenceDaysDefault = 30;

interface Planned {
  readonly title?: string;
  readonly description?: string;
  readonly period: PeriodDto;
  readonly measuredBy?: 'key-results' | 'indicators';
  readonly cadenceDays?: number;
  readonly visibility?: Visibility;
  readonly weight?: number;
  readonly keyResults?: readonly KeyResultDto[];
}

export function planOf(planned: Planned): Draft {
  return {
    period: periodOf(planned.period),
    measuredBy: planned.measuredBy ?? 'key-results',
    cadenceDays: planned.cadenceDays ?? cadenceDaysDefault,
    keyResults: keyResultsOf(planned.keyResults ?? []),
    ...present({ visibility: planned.visibility, weight: planned.weight }),
  };
}

export function wordsOf(
  said: Partial<Pick<Planned, 'title' | 'description' | 'keyResults'>>,
  prefix = 'kr',
): Words {
  const names = withIds(said.keyResults ?? [], prefix).flatMap(({ id, name, measure }) => {
    const milestones = 'milestones' in measure ? measure.milestones : [];
    const steps = milestones.map((one) => [`milestone.${id}.${one.id}`, one.name] as const);
    return [[`keyResult.${id}`, name] as const, ...steps];
  });
  return { title: said.title, description: said.description, ...Object.fromEntries(names) };
}

export function keyResultsOf(keyResults: readonly KeyResultDto[], prefix = 'kr'): KeyResult[] {
  return withIds(keyResults, prefix).map(({ id, weight = 1, measure }) => {
    return { id, weight, measure: measureOf(measure) };
  });
}

/** A key result without an id gets one by its place: `kr1`, `kr2`, … */
function withIds(keyResults: readonly KeyResultDto[], prefix: string) {
  return keyResults.map((one, index) => ({ ...one, id: one.id ?? `${prefix}${index + 1}` }));
}

export function measureOf(shape: AnyMeasureDto): Measure {
  const { kind } = shape;
  const unit = 'unit' in shape && shape.unit !== undefined ? { unit: shape.unit } : {};
  if ('milestones' in shape) {
    const milestones = shape.milestones.map(({ id, weight = 1 }) => ({ id, weight }));
    return { kind: 'milestones', milestones };
  }
  if ('target' in shape) {
    const { start, target } = shape;
    return { kind: kind as 'increase' | 'decrease' | 'completion', start, target, ...unit };
  }
  if (kind !== 'within') return { kind: 'undefined', ...unit };
  const { low, high } = shape as { low?: number; high?: number };
  return {
    kind: 'within',
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...unit,
  };
}

export function periodOf({ name, start, end }: PeriodDto): Period {
  return { name, start, end };
}
