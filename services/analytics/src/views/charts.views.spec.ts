import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@plumbline/kernel';
import { fold } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import { controlChartDecider } from '../control-chart/control-chart.decide.ts';
import * as the from '../control-chart/control-chart.histories.ts';
import type { ControlChartFact } from '../control-chart/control-chart.ts';
import type { AnalyticsFact } from '../facts.ts';
import { controlChartSheet } from './control-chart-sheet.ts';
import { signalSheet } from './signal-sheet.ts';

const history: readonly ControlChartFact[] = [
  ...[the.frozen, the.plotted, the.plottedAfter, the.raised, the.restated, the.restatedSignal],
  the.explained,
];

function recorded(fact: ControlChartFact, revision: number): Recorded<AnalyticsFact> {
  const place = { revision, position: the.position(revision), recordedAt: revision };
  const ids = { commandId: fact.act, correlationId: fact.act, causationId: fact.act };
  return {
    ...{ fact, id: `fact-${revision}`, tenant: 'acme', stream: 'chart', ...place, ...ids },
    ...{ effectiveAt: fact.at, actor: { sub: 'sam', via: 'http' } },
  };
}

function shown<Doc>(view: View<Doc, AnalyticsFact>, facts: readonly ControlChartFact[]) {
  const docs = new Map<string, Doc | undefined>();
  facts.forEach((fact, revision) => {
    const one = recorded(fact, revision);
    for (const key of view.keys(one)) docs.set(key, view.fold(docs.get(key), one, key));
  });
  return docs;
}

describe('a control chart in a view', () => {
  it('knows what the rules know, but for the ids of commands', () => {
    for (let end = 1; end <= history.length; end += 1) {
      const facts = history.slice(0, end);
      const sheet = shown(controlChartSheet, facts).get(the.chartId);
      const state = fold(controlChartDecider, controlChartDecider.initial, facts);
      const { acts: _, ...standing } = { acts: {}, ...state };
      expect(sheet?.standing).toEqual(standing);
      expect(sheet?.revision).toBe(end - 1);
    }
  });

  it('says who has frozen its limits, and what was restated and when', () => {
    const sheet = shown(controlChartSheet, history).get(the.chartId);
    expect(sheet).toMatchObject({
      ...{ drawnAt: the.drawnAt, freezings: [{ version: 1, by: { sub: 'sam' }, reason: null }] },
      restatements: [{ period: the.weekAfter, at: the.replot.at, recordedAt: 4 }],
    });
    const index = sheet === undefined ? {} : controlChartSheet.index?.(sheet);
    expect(index).toEqual({ owner: 'eve', place: 'location gate-a' });
  });
});

describe('a signal in a view', () => {
  it('is open, stands or does not, and is explained', () => {
    const { signalId } = the.raised;
    const after = (end: number) => shown(signalSheet, history.slice(0, end)).get(signalId);
    expect(after(3)).toBeUndefined();
    expect(after(4)).toMatchObject({
      stage: 'open',
      stands: true,
      owner: 'eve',
      explanation: null,
    });
    expect(after(6)).toMatchObject({ stage: 'open', stands: false, point: { value: 0.42 } });
    expect(after(7)).toMatchObject({
      ...{ stage: 'explained', stands: false },
      explanation: { cause: 'staff-shortage', by: 'eve', at: the.explain.at },
    });
  });
});
