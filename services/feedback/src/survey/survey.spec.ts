import { describe, expect, it } from '@jest/globals';
import { clearText, fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { surveyDecider } from './survey.decide.ts';
import { close, closed, count, counted, countedLast, countLast } from './survey.histories.ts';
import { launch, launched, owner, promise, raise, raised } from './survey.histories.ts';
import { audiencePeopleMax, audienceUnitsMax, refuseNotOpen } from './survey.rules.ts';
import { segmentAboveMax, segmentsMax, segmentValueLengthMax } from './survey.rules.ts';
import { segmentValuesMax, segmentValuesTotalMax } from './survey.rules.ts';
import { thresholdFloor, thresholdMax } from './survey.rules.ts';
import { placesOf, type SurveyFact } from './survey.ts';

const { given } = specification(surveyDecider);
const many = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const accepted = (facts: readonly SurveyFact[]) => expect(facts).toHaveLength(1);

describe('launching a survey', () => {
  it('fixes what is promised', () => given().when(launch).then(launched));

  it('keeps nothing that is not promised', () =>
    given()
      .when({ ...launch, answersOf: 'ada' } as typeof launch)
      .then(launched));

  it('is for once: what was promised stays', () => {
    given(launched)
      .when({ ...launch, act: 'again' })
      .rejects('survey/already-launched');
    given(launched).when(launch).nothing();
    given(launched, closed)
      .when({ ...launch, act: 'again' })
      .rejects('survey/already-launched');
  });

  it('is from a day to a day, and not over before it begins', () => {
    given()
      .when({ ...launch, closes: launch.opens })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, opens: '2026-05-16' })
      .rejects('survey/closes-before-it-opens', '/closes');
    given()
      .when({ ...launch, opens: '2026-05-01', closes: '2026-05-03' })
      .rejects('survey/over-before-its-launch', '/closes');
  });

  it('locks an organisation that is known', () => {
    given()
      .when({ ...launch, orgAsOf: { instant: launch.now } })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, orgAsOf: { instant: '2026-05-04T07:00:00.001Z' } })
      .rejects('survey/organisation-to-come', '/orgAsOf');
    given()
      .when({ ...launch, orgAsOf: { position: '00000000000000000042' } })
      .thenSatisfies(accepted);
  });
});

describe('the threshold of a launch', () => {
  it.each([thresholdFloor, thresholdMax])('may be %d', (threshold) =>
    given()
      .when({ ...launch, threshold })
      .then({ ...launched, threshold, commentThreshold: threshold }),
  );

  it.each([thresholdFloor - 1, thresholdMax + 1, 5.5, Number.NaN])('is not %d', (threshold) => {
    given()
      .when({ ...launch, threshold })
      .rejects('survey/threshold-out-of-range', '/threshold');
    given()
      .when({ ...launch, commentThreshold: threshold })
      .rejects('survey/threshold-out-of-range', '/commentThreshold');
  });

  it('of comments is at least that of figures', () => {
    given()
      .when({ ...launch, threshold: 5, commentThreshold: 10 })
      .then({ ...launched, threshold: 5, commentThreshold: 10 });
    given()
      .when({ ...launch, threshold: 5, commentThreshold: 4 })
      .rejects('survey/comment-threshold-below-threshold', '/commentThreshold');
  });
});

describe('the audience', () => {
  const people = (count: number) =>
    ({ kind: 'people', people: many(count, 'p'), units: [] }) as const;
  const units = (count: number) =>
    ({ kind: 'people', people: [], units: many(count, 'unit:') }) as const;

  it('is people by name, as many as may ever be shown', () => {
    given()
      .when({ ...launch, audience: people(5) })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, audience: people(4) })
      .rejects('survey/audience-below-threshold', '/audience/people');
    const twice = { kind: 'people', people: ['a', 'b', 'c', 'd', 'd'], units: [] } as const;
    given()
      .when({ ...launch, audience: twice })
      .rejects('survey/audience-below-threshold');
    given()
      .when({ ...launch, audience: { ...twice, people: [] } })
      .rejects('survey/nobody-asked', '/audience');
  });

  it('has limits', () => {
    given()
      .when({ ...launch, audience: people(audiencePeopleMax) })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, audience: people(audiencePeopleMax + 1) })
      .rejects('survey/too-many-people', '/audience/people');
    given()
      .when({ ...launch, audience: units(audienceUnitsMax) })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, audience: units(audienceUnitsMax + 1) })
      .rejects('survey/too-many-units', '/audience/units');
  });

  it('of people answers with tickets', () => {
    const { ticketKeys: _, ...without } = launch;
    given().when(without).rejects('survey/ticket-keys-missing', '/ticketKeys');
  });

  it('may be whoever has the link, of whom nothing is known', () => {
    const { ticketKeys: _, ...rest } = promise;
    const link = { ...rest, audience: { kind: 'link' }, segments: [] } as const;
    const { ticketKeys: _keys, ...asked } = { ...launch, ...link };
    const { ticketKeys: _digest, ...fact } = { ...launched, ...link };
    given().when(asked).then(fact);
    given()
      .when({ ...asked, ticketKeys: 'x' })
      .rejects('survey/ticket-keys-of-a-link', '/ticketKeys');
    given()
      .when({ ...asked, segments: promise.segments })
      .rejects('survey/segments-of-a-link', '/segments');
  });
});

describe('the attributes that answers carry', () => {
  const segments = (count: number) => many(count, 's').map((id) => ({ id, values: ['a', 'b'] }));
  it('have values up to a limit, of all of them together, and up to one above them', () => {
    const wide = (total: number) => [
      { id: 'one', values: many(segmentValuesMax, 'v') },
      { id: 'other', values: many(total - segmentValuesMax, 'w') },
    ];
    given()
      .when({ ...launch, segments: wide(segmentValuesTotalMax) })
      .thenSatisfies(accepted);
    const more = [...wide(segmentValuesTotalMax), { id: 'third', values: ['x'] }];
    given()
      .when({ ...launch, segments: more })
      .rejects('survey/too-many-segment-values', '/segments');
    const deep = (above: number) => [
      { id: 'unit', values: ['a'], above: many(above, 'u'), parents: [] },
    ];
    given()
      .when({ ...launch, segments: deep(segmentAboveMax) })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, segments: deep(segmentAboveMax + 1) })
      .rejects('survey/segment-values-too-deep', '/segments/0/values');
  });

  it('know what each value lies in, where they lie in others', () => {
    const unit = { id: 'unit', values: ['a', 'b', 'c'], above: ['all'], parents: [1, 3, -1, -1] };
    expect(placesOf(unit)).toEqual([
      { value: 'a', parent: 'b' },
      { value: 'b', parent: 'all' },
      { value: 'c', parent: null },
      { value: 'all', parent: null },
    ]);
    expect(placesOf({ id: 'tenure', values: ['new'] })).toEqual([{ value: 'new', parent: null }]);
  });

  const valued = (...values: string[]) => ({ ...launch, segments: [{ id: 'unit', values }] });

  it('are few, and differ', () => {
    given()
      .when({ ...launch, segments: segments(segmentsMax) })
      .thenSatisfies(accepted);
    given()
      .when({ ...launch, segments: segments(segmentsMax + 1) })
      .rejects('survey/too-many-segments', '/segments');
    given()
      .when({ ...launch, segments: [...segments(1), ...segments(1)] })
      .rejects('survey/segment-twice', '/segments');
    given()
      .when({ ...launch, segments: [{ id: 'a.b', values: ['a'] }] })
      .rejects('survey/id-malformed', '/segments/0/id');
  });

  it('have values that are fixed', () => {
    given()
      .when(valued(...many(segmentValuesMax, 'v')))
      .thenSatisfies(accepted);
    for (const values of [many(segmentValuesMax + 1, 'v'), [], ['a', 'a']]) {
      given()
        .when(valued(...values))
        .rejects('survey/segment-values', '/segments/0/values');
    }
    given()
      .when(valued('x'.repeat(segmentValueLengthMax)))
      .thenSatisfies(accepted);
    for (const value of ['', 'x'.repeat(segmentValueLengthMax + 1)]) {
      given()
        .when(valued('a', value))
        .rejects('survey/segment-value-length', '/segments/0/values/1');
    }
  });
});

describe('raising the threshold', () => {
  it('tells before and after, and why', () => given(launched).when(raise).then(raised));

  it('lifts that of comments with it', () => {
    const { commentThreshold: _, ...alone } = raise;
    given(launched)
      .when(alone)
      .then({ ...raised, to: { threshold: 6, commentThreshold: 6 } });
  });

  it('is the only way: it is a ratchet, also after the close', () => {
    const lower = { ...raise, act: 'lower', threshold: 5, commentThreshold: 8 };
    given(launched, raised).when(lower).rejects('survey/threshold-lowered', '/threshold');
    given(launched, raised, closed).when(lower).rejects('survey/threshold-lowered');
    given(launched, raised)
      .when({ ...raise, act: 'lower', commentThreshold: 7 })
      .rejects('survey/threshold-lowered', '/commentThreshold');
    given(launched, closed).when(raise).then(raised);
  });

  it('is repeated without a word, also when it was raised further since', () => {
    const further = { threshold: 7, commentThreshold: 9 };
    given(launched, raised, { ...raised, act: 'more', from: raised.to, to: further })
      .when(raise)
      .nothing();
  });

  it('to what it is, is no fact; to what no launch may have, is refused', () => {
    given(launched, raised)
      .when({ ...raise, act: 'again' })
      .nothing();
    given(launched)
      .when({ ...raise, threshold: thresholdMax + 1, commentThreshold: thresholdMax + 1 })
      .rejects('survey/threshold-out-of-range', '/threshold');
    given(launched)
      .when({ ...raise, threshold: 9 })
      .rejects('survey/comment-threshold-below-threshold', '/commentThreshold');
  });

  it('needs a survey, and a time at which it was there', () => {
    given().when(raise).rejects('survey/not-found');
    given(launched)
      .when({ ...raise, at: '2026-05-04T06:59:59.999Z' })
      .rejects('survey/before-its-launch', '/effectiveAt');
  });
});

describe('closing a survey', () => {
  it('is a matter of course after its last day', () => given(launched).when(close).then(closed));

  it('needs a reason until then', () => {
    given(launched)
      .when({ ...close, on: '2026-05-15' })
      .rejects('survey/reason-missing', '/reason');
    const text = clearText(owner, { reason: 'The merger is off.' });
    given(launched)
      .when({ ...close, on: '2026-05-15', reason: 'The merger is off.' })
      .then({ ...closed, on: '2026-05-15', text });
  });

  it('is for good', () => {
    given(launched, closed)
      .when({ ...close, act: 'again' })
      .nothing();
    given(launched, closed)
      .when({ ...close, act: 'again', on: '2026-05-17' })
      .rejects('survey/closed');
    given().when(close).rejects('survey/not-found');
  });
});

describe('whether a survey is answered', () => {
  const survey = (...facts: readonly SurveyFact[]) =>
    fold(surveyDecider, surveyDecider.initial, facts);

  it.each([
    ['2026-05-03', 'survey/not-open-yet'],
    ['2026-05-04', undefined],
    ['2026-05-15', undefined],
    ['2026-05-16', 'survey/closed'],
  ])('on %s', (day, code) => expect(refuseNotOpen(survey(launched), day)?.code).toBe(code));

  it('not before it is there, and not after it was closed', () => {
    expect(refuseNotOpen(survey(), '2026-05-04')?.code).toBe('survey/not-found');
    const early = survey(launched, { ...closed, on: '2026-05-06' });
    expect(refuseNotOpen(early, '2026-05-06')?.code).toBe('survey/closed');
  });
});

describe('who took part', () => {
  it('is counted by group, once a day and once at the end', () => {
    given(launched).when(count).then(counted);
    given(launched, counted).when(count).nothing();
    given(launched, counted)
      .when({ ...count, until: '2026-05-04' })
      .nothing();
    given(launched, counted, closed).when(countLast).then(countedLast);
    given(launched, counted, closed, countedLast).when(countLast).nothing();
    given(launched, counted, closed, countedLast)
      .when({ ...count, until: '2026-05-20' })
      .nothing();
    given().when(count).rejects('survey/not-found');
  });

  it('is counted again only where more did, but at the end', () => {
    const nobody = count.groups.map((one) => ({ ...one, participants: 0 }));
    given(launched)
      .when({ ...count, groups: nobody })
      .nothing();
    given(launched, counted)
      .when({ ...count, until: '2026-05-06' })
      .nothing();
    given(launched, closed)
      .when({ ...countLast, groups: nobody })
      .thenSatisfies(accepted);
  });

  it('tells no more than is counted', () =>
    given(launched)
      .when({ ...count, people: ['ada'], act: 'act-9' } as typeof count)
      .then(counted));

  it('is counted for the last time when no ticket is given out any more', () =>
    given(launched, counted)
      .when(countLast)
      .rejects('survey/last-count-before-the-close', '/last'));

  it('is told of no group that is smaller than was promised at the launch', () => {
    const groups = (invited: number, participants = 1) => [
      { segments: {}, invited: 5, participants: 1 },
      { segments: { unit: 'lab' }, invited, participants },
    ];
    given(launched)
      .when({ ...count, groups: groups(5) })
      .thenSatisfies(accepted);
    given(launched)
      .when({ ...count, groups: groups(4) })
      .rejects('survey/count-of-few', '/groups/1');
    // Groups stay as they were made, though more is promised since.
    given(launched, raised)
      .when({ ...count, groups: groups(5) })
      .thenSatisfies(accepted);
    given(launched)
      .when({ ...count, groups: groups(5, 6) })
      .rejects('survey/count-beyond-the-invited', '/groups/1/participants');
  });
});
