import { beforeEach, describe, expect, it } from '@jest/globals';
import { factsIn, kept, launched, takePart, type Kept } from './surveys.harness.testing.ts';
import { SurveyReleases } from './surveys.releases.ts';

const surveyId = 'survey';
let of: Kept;
beforeEach(() => {
  of = kept();
});

const counts = async () =>
  (await factsIn(of)).flatMap(({ fact }) => {
    if (fact.type !== 'ParticipationCounted') return [];
    const { until, last, groups } = fact;
    const byUnit = groups.map(({ segments, participants }) => [segments['unit'], participants]);
    return [{ until, last, ...Object.fromEntries(byUnit) }];
  });

describe('who took part in a survey', () => {
  it('is counted by unit, of days that are over, and of all of them at the close', async () => {
    const { place, command } = await launched(of, surveyId, 3);
    const turn = () => new SurveyReleases(of.ports).release(place);
    await takePart(of, surveyId, 'p0');
    await turn();
    expect(await counts()).toEqual([]);
    of.clock.set('2026-05-05T09:00:00.000Z');
    await takePart(of, surveyId, 'p1');
    await turn();
    const first = { until: '2026-05-04', last: false, desk: 1, lab: 0, shop: 0 };
    expect(await counts()).toEqual([first]);
    // On a day after one on which nobody else took part there is nothing to tell.
    of.clock.set('2026-05-07T09:00:00.000Z');
    for (const person of ['p3', 'p4']) await takePart(of, surveyId, person);
    await turn();
    await turn();
    const second = { until: '2026-05-06', last: false, desk: 1, lab: 1, shop: 0 };
    expect(await counts()).toEqual([first, second]);
    await command({ type: 'CloseSurvey', on: '2026-05-07', reason: 'All have answered.' });
    await turn();
    await turn();
    const last = { until: '2026-05-07', last: true, desk: 2, lab: 2, shop: 0 };
    expect(await counts()).toEqual([first, second, last]);
  });

  it('is counted by the groups of the launch, also when more is promised since', async () => {
    const { place, command } = await launched(of, surveyId, 5);
    await command({ type: 'RaiseThreshold', threshold: 6, reason: 'Units are small.' });
    await takePart(of, surveyId, 'p2');
    await command({ type: 'CloseSurvey', on: '2026-05-04', reason: 'All have answered.' });
    await new SurveyReleases(of.ports).release(place);
    expect(await counts()).toMatchObject([{ last: true, desk: 0, lab: 0, shop: 1 }]);
  });

  it('is of nobody where nobody is asked by name, and told once: that it has ended', async () => {
    const { place, command } = await launched(of, surveyId, 3, { audience: { kind: 'link' } });
    of.clock.set('2026-05-06T09:00:00.000Z');
    await new SurveyReleases(of.ports).release(place);
    expect(await counts()).toEqual([]);
    await command({ type: 'CloseSurvey', on: '2026-05-06', reason: 'All have answered.' });
    await new SurveyReleases(of.ports).release(place);
    expect(await counts()).toEqual([{ until: '2026-05-06', last: true }]);
    expect(await of.staging.list()).toEqual([]);
  });
});
