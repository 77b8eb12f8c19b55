import { describe, expect, it } from '@jest/globals';
import { flattened } from '@plumbline/exports';
import type { Recorded } from '@plumbline/kernel';
import type { AnalyticsFact } from '../facts.ts';
import * as the from '../metric-release/metric-release.histories.ts';
import type { MetricReleaseFact } from '../metric-release/metric-release.ts';
import { figuresAfter, releaseTable } from '../releases.table.ts';
import { releaseSheet, type ReleaseSheet } from './release-sheet.ts';

function shown(facts: readonly MetricReleaseFact[]): ReleaseSheet {
  const sheet = facts.reduce<ReleaseSheet | undefined>((before, fact, revision) => {
    const place = { revision, position: the.position(20 + revision), recordedAt: revision };
    const ids = { commandId: fact.act, correlationId: fact.act, causationId: fact.act };
    const recorded: Recorded<AnalyticsFact> = {
      ...{ fact, id: `fact-${revision}`, tenant: 'acme', stream: 'releases', ...place, ...ids },
      ...{ effectiveAt: fact.at, actor: { sub: 'ana', via: 'http' } },
    };
    return releaseSheet.fold(before, recorded, 'first');
  }, undefined);
  if (sheet === undefined) throw new Error('There is no release.');
  return sheet;
}

const [all, ...places] = the.released.figures;
const parts = [
  { ...the.released, part: 1, parts: 2, figures: [all] },
  { ...the.released, part: 2, parts: 2, figures: places },
];

describe('a release in a view', () => {
  it('is released where the last part of its figures is recorded', () => {
    expect(shown([the.released]).releasedAt).toBe(the.position(20));
    expect(shown(parts.slice(0, 1))).toMatchObject({ releasedAt: null, figures: [all] });
    expect(shown(parts)).toMatchObject({ releasedAt: the.position(21), figures: [all, ...places] });
  });

  it('says which one takes its place, and stays as it is', () => {
    const { restatedBy, ...before } = shown(parts);
    expect(restatedBy).toBeNull();
    expect(shown([...parts, the.restated])).toEqual({ ...before, restatedBy: 'second' });
  });

  it('is a row for each figure, of customers or of a survey', () => {
    const source = { ...the.source, kind: 'survey', survey: 'survey-1' } as const;
    const { columns, cells } = flattened(releaseTable.schema);
    const at = columns.findIndex(({ name }) => name === 'source_survey');
    const surveys = [the.released, { ...the.released, source }].map((fact) => {
      const rows = figuresAfter(shown([fact]), undefined);
      return rows.map((row) => cells(releaseTable.recordOf(row))[at]);
    });
    expect(surveys).toEqual([
      [null, null, null],
      ['survey-1', 'survey-1', 'survey-1'],
    ]);
  });

  it('goes on after each of its figures', () => {
    const sheet = shown([the.released]);
    const after = (id: string, index: number) =>
      figuresAfter(sheet, { id, index }).map((one) => one.index);
    expect(figuresAfter(sheet, undefined)).toHaveLength(3);
    expect(after('first', 0)).toEqual([1, 2]);
    expect(after('first', 2)).toEqual([]);
    expect(after('earlier', 2)).toEqual([0, 1, 2]);
  });
});
