import type { components } from '../api.generated.ts';
import type { RunRule } from '../text/charts.ts';
import { present, words, type FormReader } from './form-reader.ts';

type DrawDto = components['schemas']['DrawChartDto'];

/** What is charted, as one chooses it: of a question, or of a promise. */
export type Figure = DrawDto['figure'];

/** A chart as it is being typed. */
export interface TypedChart {
  readonly name: string;
  readonly figure: Figure;
  /** A question that everybody means the same by, or `own`. */
  readonly question: string;
  readonly ownQuestion: string;
  readonly scaleMin: string;
  readonly scaleMax: string;
  readonly clock: NonNullable<DrawDto['clock']>;
  /** Empty: all. */
  readonly serviceLevel: string;
  readonly by: 'everywhere' | 'unit' | 'location' | 'touchpoint';
  readonly unit: string;
  readonly place: string;
  readonly period: DrawDto['period'];
  readonly chart: DrawDto['chart'];
  readonly from: string;
  readonly until: string;
  readonly rules: readonly RunRule[];
  readonly latenessDays: string;
  readonly owner: string;
}

export const ownQuestion = 'own';

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function drawOf(form: FormReader, typed: TypedChart): DrawDto {
  const { figure, period, chart } = typed;
  return {
    name: form.text('/name', typed.name, 'Name'),
    figure,
    ...(figure === 'sla-attainment' ? promiseOf(typed) : questionOf(form, typed)),
    ...placeOf(form, typed),
    ...{ period, chart, baseline: baselineOf(form, typed), rules: rulesOf(form, typed.rules) },
    ...present({
      latenessDays: form.numberOrNone('/latenessDays', typed.latenessDays, 'Days to wait'),
      owner: words(typed.owner)?.trim(),
    }),
  };
}

function promiseOf({ clock, serviceLevel }: TypedChart) {
  return { clock, ...present({ serviceLevel: words(serviceLevel) }) };
}

function questionOf(form: FormReader, typed: TypedChart) {
  if (typed.question !== ownQuestion) return { metric: typed.question };
  return {
    metric: form.text('/metric', typed.ownQuestion, 'Its name').trim(),
    scale: form.scale(typed),
  };
}

function placeOf(form: FormReader, { by, unit, place }: TypedChart) {
  if (by === 'everywhere') return {};
  const is = form.text('/place/is', by === 'unit' ? unit : place, 'Where').trim();
  return { place: { by, is } };
}

export function baselineOf(form: FormReader, typed: Pick<TypedChart, 'from' | 'until'>) {
  return {
    from: form.text('/baseline/from', typed.from, 'First of the baseline').trim(),
    until: form.text('/baseline/until', typed.until, 'Last of the baseline').trim(),
  };
}

export function rulesOf(form: FormReader, rules: readonly RunRule[]): RunRule[] {
  if (rules.length === 0) form.refuse('/rules', 'Rules: choose one at least.');
  return [...rules];
}
