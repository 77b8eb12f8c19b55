import type { Actor, Day, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import { isChartsFact } from '../charts.facts.ts';
import { signalOf } from '../control-chart/control-chart.ts';
import type { ControlChartFact, SignalledPoint } from '../control-chart/control-chart.ts';
import type { SignalOfPoint } from '../control-chart/control-chart.ts';
import type { AnalyticsFact } from '../facts.ts';

/** A signal, and the investigation that it opened. */
export interface SignalSheet extends SignalOfPoint, Quoting {
  readonly chartId: string;
  /** As the point stood when the signal was raised. */
  readonly point: SignalledPoint;
  readonly raisedAt: Instant;
  /** Who is to look into it, and by when. */
  readonly owner: string;
  readonly due: Day;
  /** Whether its point breaks the rule still. */
  readonly stands: boolean;
  readonly stage: 'open' | 'explained';
  readonly explanation: Explanation | null;
  /** Of the chart: signals have no streams of their own. */
  readonly revision: number;
}

export interface Explanation {
  readonly cause: string;
  readonly note: Said | null;
  readonly by: string;
  readonly actor: Actor;
  readonly at: Instant;
}

type SignalFact = Extract<ControlChartFact, SignalOfPoint>;

export const signalSheet: View<SignalSheet, AnalyticsFact> = {
  name: 'signal-sheet',
  version: 1,
  context: 'analytics',
  keys: ({ fact }) => (isOfSignal(fact) ? [fact.signalId] : []),
  fold: (sheet, recorded) =>
    isOfSignal(recorded.fact) ? foldSignal(sheet, recorded as Recorded<SignalFact>) : sheet,
  index: ({ chartId, stage, owner }) => ({ chart: chartId, stage, owner }),
};

function isOfSignal(fact: AnalyticsFact): fact is SignalFact {
  return isChartsFact(fact) && 'signalId' in fact;
}

function foldSignal(
  sheet: SignalSheet | undefined,
  { fact, id, revision, actor }: Recorded<SignalFact>,
): SignalSheet | undefined {
  if (fact.type === 'SignalRaised') {
    const { chartId, point, at: raisedAt, owner, due } = fact;
    return {
      ...{ ...signalOf(fact), chartId, point, raisedAt, owner, due, revision },
      ...{ stands: true, stage: 'open', explanation: null, texts: {} },
    };
  }
  if (sheet === undefined) return undefined;
  if (fact.type === 'SignalRestated') return { ...sheet, stands: fact.stands, revision };
  const { cause, by, at, text } = fact;
  const explanation = { cause, note: quote(id, text, 'note'), by, actor, at };
  const texts = withText(sheet.texts, id, text);
  return { ...sheet, stage: 'explained', explanation, texts, revision };
}
