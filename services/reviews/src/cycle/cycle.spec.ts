import { describe, expect, it } from '@jest/globals';
import { clearText, fold, isRejection, type Rejection } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { cycleDecider, stagesBefore } from './cycle.decide.ts';
import {
  adaIn,
  calibrate,
  calibrating,
  cancel,
  cancelled,
  close,
  closed,
  collect,
  collecting,
  cyIn,
  diIn,
  finalise,
  finalising,
  join,
  joined,
  launch,
  launched,
  life,
  lock,
  locked,
  pinned,
  plan,
  planned,
  planOf,
  release,
  released,
} from './cycle.histories.ts';
import { anonymousMin, membersMax, pageBytesMax, pageMembersMax, pagesOf } from './cycle.rules.ts';
import { peersMinMax, periodDaysMax, populationUnitsMax } from './cycle.rules.ts';
import { stageAfter, type Cycle, type CycleFact, type Member, type Step } from './cycle.ts';

const { given } = specification(cycleDecider);
const stateOf = (...facts: readonly CycleFact[]): Cycle =>
  fold(cycleDecider, cycleDecider.initial, facts);
const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, at) => ({ ...adaIn, person: `p${at}`, reviewId: `r${at}` }));

describe('planning a cycle', () => {
  it('says what is reviewed, by which template and pack, of whom, and until when', () =>
    given().when(plan).then(planned));

  it('is refused under an id that is taken', () => {
    const another = { ...plan, act: 'another' };
    given(planned).when(another).rejects('review-cycle/already-planned');
    given(planned, cancelled).when(another).rejects('review-cycle/already-planned');
  });

  const planning = (change: Partial<typeof plan>) => given().when({ ...plan, ...change });
  const after = (days: number) => {
    const to = new Date(Date.parse('2026-01-01') + (days - 1) * 86_400_000);
    return { from: '2026-01-01', to: to.toISOString().slice(0, 10) };
  };

  it('is of a period that ends after it begins, and within two years', () => {
    planning({ period: after(periodDaysMax) }).then({ ...planned, period: after(periodDaysMax) });
    planning({ period: after(1) }).then({ ...planned, period: after(1) });
    planning({ period: after(0) }).rejects('review-cycle/period-reversed', '/period/to');
    planning({ period: after(periodDaysMax + 1) }).rejects('review-cycle/period-too-long');
  });

  it('is of everybody, or of some units, each once', () => {
    const units = Array.from({ length: populationUnitsMax }, (_, at) => `unit:u${at}`);
    for (const population of [{ units: null }, { units }]) {
      planning({ population }).then({ ...planned, population });
    }
    planning({ population: { units: [] } }).rejects('review-cycle/no-units');
    planning({ population: { units: [...units, 'unit:more'] } }).rejects(
      'review-cycle/too-many-units',
    );
    planning({ population: { units: ['unit:a', 'unit:b', 'unit:a'] } }).rejects(
      ...(['review-cycle/unit-twice', '/population/units/2'] as const),
    );
  });

  it.each([
    ['anonymous', anonymousMin, peersMinMax],
    ['named', 1, peersMinMax],
  ] as const)('asks %s peers from %d to %d', (mode, least, most) => {
    for (const min of [least, most]) {
      planning({ peers: { mode, min } }).then({ ...planned, peers: { mode, min } });
    }
    for (const min of [least - 1, most + 1, least + 0.5]) {
      planning({ peers: { mode, min } }).rejects('review-cycle/peers-out-of-range', '/peers/min');
    }
  });

  it.each([
    [{ self: '2027-02-01' }, '/due/manager'],
    [{ peer: '2027-02-01' }, '/due/manager'],
    [{ acknowledge: '2027-01-30' }, '/due/acknowledge'],
  ])('is due in the order of the work: %j', (days, field) =>
    planning({ due: { ...planOf.due, ...days } }).rejects('review-cycle/due-out-of-order', field),
  );

  it.each([
    [{ self: '2020-01-31' }, '/due/self'],
    [{ self: '2020-01-31', peer: '2020-01-30' }, '/due/peer'],
  ])('asks for nothing on days that are over: %j', (days, field) =>
    planning({ due: { ...planOf.due, ...days } }).rejects('review-cycle/due-in-the-past', field),
  );
});

describe('launching a cycle', () => {
  it('pins the moment, the place in the log, and who is in it, in one append', () =>
    given(planned).when(launch).then(launched, pinned));

  it('is not as of a time before it was planned', () => {
    const early = { ...launch, at: '2026-12-01T08:59:59.999Z' };
    given(planned).when(early).rejects('review-cycle/before-plan', '/effectiveAt');
    const at = planned.at;
    given(planned)
      .when({ ...launch, at })
      .then({ ...launched, at, asOf: at }, { ...pinned, at });
  });

  it('is not before the first day of the period begins, wherever that is first', () => {
    const ahead = { ...planned, period: { from: '2027-01-08', to: '2027-12-31' } };
    const on = (at: string, now: string) => given(ahead).when({ ...launch, at, now });
    const [before, begun] = ['2027-01-07T09:59:59.999Z', '2027-01-07T10:00:00.000Z'];
    on(before, before).rejects('review-cycle/period-to-come');
    // What is known is pinned now, whatever time it is to hold for.
    on(begun, before).rejects('review-cycle/period-to-come');
    on(before, begun).rejects('review-cycle/period-to-come');
    on(begun, begun).then({ ...launched, at: begun, asOf: begun }, { ...pinned, at: begun });
  });

  it('is once', () => {
    for (const later of [[], [collecting], [cancelled]]) {
      given(planned, launched, pinned, ...later)
        .when({ ...launch, act: 'another' })
        .rejects('review-cycle/not-in-this-stage');
    }
    given().when(launch).rejects('review-cycle/not-found');
  });

  it('is of somebody, and of no more than one cycle holds', () => {
    given(planned)
      .when({ ...launch, members: [] })
      .rejects('review-cycle/nobody');
    given(planned)
      .when({ ...launch, members: members(membersMax + 1) })
      .rejects('review-cycle/too-many-members');
    const decided = cycleDecider.decide(
      { ...launch, members: members(membersMax) },
      stateOf(planned),
    );
    expect(decided).toMatchObject([{ n: membersMax }, { page: 1 }, ...Array(99).fill({})]);
  });

  it('is not after a day on which something was due, wherever that day ends last', () => {
    const on = (at: string) => given(planned).when({ ...launch, at });
    const late = { ...launched, at: '2027-01-16T11:59:59.999Z', asOf: '2027-01-16T11:59:59.999Z' };
    on(late.at).then(late, { ...pinned, at: late.at });
    on('2027-01-16T12:00:00.000Z').rejects('review-cycle/overdue');
  });
});

describe('pages of members', () => {
  it('hold five hundred at most, and all of them in their order', () => {
    for (const count of [1, pageMembersMax, pageMembersMax + 1]) {
      const pages = pagesOf(members(count));
      expect(pages.flat()).toEqual(members(count));
      expect(pages.map((page) => page.length)).toEqual(
        count > pageMembersMax ? [pageMembersMax, 1] : [count],
      );
    }
  });

  it('weigh no more than a fact may, also where names are long', () => {
    const long = members(400).map((one) => ({ ...one, post: 'ü'.repeat(255) }));
    const pages = pagesOf(long);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(long);
    for (const page of pages) {
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(pageBytesMax + 2);
    }
  });
});

describe('a late joiner', () => {
  it('joins as long as sections are written', () => {
    given(planned, launched, pinned).when(join).then(joined);
    given(planned, launched, pinned, collecting).when(join).then(joined);
    expect(stateOf(planned, launched, pinned, joined)).toMatchObject({
      pages: [[adaIn, cyIn], [diIn]],
      pin: { position: launch.position },
    });
  });

  it('does not join twice, nor before the launch, nor once ratings are compared', () => {
    given(planned, launched, pinned)
      .when({ ...join, member: { ...diIn, person: 'ada' } })
      .rejects('review-cycle/already-a-member', '/person');
    const others = [[planned], [...life.slice(0, 4), calibrating], [...life.slice(0, 6)]];
    for (const history of others) {
      given(...history)
        .when(join)
        .rejects('review-cycle/not-in-this-stage');
    }
  });
});

describe('the stages of a cycle', () => {
  const commands = {
    CollectingBegun: collect,
    CalibratingBegun: calibrate,
    CycleLocked: lock,
    CycleReleased: release,
    CycleClosed: close,
    CycleCancelled: cancel,
  } as const;
  const facts = { collecting, calibrating, locked, released, closed, cancelled };
  const steps = Object.keys(commands) as Step[];
  const histories = [1, 3, 4, 5, 6, 7, 8].map((length) => life.slice(0, length));
  const all = [...histories, [planned, launched, pinned, cancelled]];
  const cells = steps.flatMap((step) => all.map((history) => [step, history] as const));

  it.each(cells.map(([step, history]) => [step, stateOf(...history).stage, history] as const))(
    'take %s of a cycle that is %s only in their order',
    (step, stage, history) => {
      const asked = given(...history).when(commands[step]);
      const ownAct = history.some(({ act }) => act === commands[step].act);
      if (ownAct || stageAfter[step] === stage) asked.nothing();
      else if (stagesBefore[step].some((one) => one === stage)) {
        asked.then(facts[stageAfter[step] as keyof typeof facts]);
      } else asked.rejects('review-cycle/not-in-this-stage');
    },
  );

  it('F15: end in a lock that waits for every review, without exceptions', () => {
    given(...life.slice(0, 5))
      .when({ ...lock, unsettled: 1 })
      .rejects('review-cycle/reviews-not-final');
    given(...life.slice(0, 5))
      .when(lock)
      .then(locked);
    given(...life.slice(0, 6))
      .when(cancel)
      .rejects('review-cycle/not-in-this-stage');
  });

  it('say where the reviews are found that a lock waits for, and that others may see more', () => {
    const decided = cycleDecider.decide({ ...lock, unsettled: 1 }, stateOf(...life.slice(0, 5)));
    const { detail, field } = decided as Rejection;
    expect([detail, field]).toEqual([
      expect.stringMatching(/GET \/reviews\?cycle=[-0-9a-f]{36} .*HR partner/),
      undefined,
    ]);
  });

  it('F1: wait for the review of everybody who is in it, late joiners too', () => {
    const calibrated = [...life.slice(0, 4), calibrating] as const;
    const late = [...life.slice(0, 4), joined] as const;
    for (const opened of [0, 1]) {
      given(...life.slice(0, 4))
        .when({ ...calibrate, opened })
        .rejects('review-cycle/reviews-opening');
      given(...calibrated)
        .when({ ...lock, opened })
        .rejects('review-cycle/reviews-opening');
    }
    given(...late)
      .when(calibrate)
      .rejects('review-cycle/reviews-opening');
    given(...late)
      .when({ ...calibrate, opened: 3 })
      .then(calibrating);
    // As an earlier version has let it calibrate.
    given(...late, calibrating)
      .when(lock)
      .rejects('review-cycle/reviews-opening');
    given(...late, calibrating)
      .when({ ...lock, opened: 3 })
      .then(locked);
  });

  it('are not left where a review is finalised: what is final is changed by nobody', () =>
    given(...life.slice(0, 5))
      .when({ ...cancel, finalised: 1 })
      .rejects('review-cycle/reviews-finalised'));

  it('know of the first review that is finalised before it is, and are not left any more', () => {
    const calibrated = life.slice(0, 5);
    given(...calibrated)
      .when(finalise)
      .then(finalising);
    given(...calibrated, finalising)
      .when(cancel)
      .rejects('review-cycle/reviews-finalised');
    given(...calibrated, finalising)
      .when({ ...finalise, act: 'another' })
      .nothing();
    given(...calibrated, finalising)
      .when(lock)
      .then(locked);
  });

  it('let no review be finalised in what is cancelled, or does not calibrate yet', () => {
    for (const history of [[planned], life.slice(0, 4), [...life.slice(0, 5), cancelled]]) {
      given(...history)
        .when(finalise)
        .rejects('review-cycle/not-in-this-stage');
    }
    // Reviews that were reopened are finalised anew in what is not cancelled any more.
    for (const length of [6, 7, 8]) {
      given(...life.slice(0, length))
        .when(finalise)
        .nothing();
    }
  });

  it('seal the reason of a cancellation', () => {
    const decision = cycleDecider.decide(cancel, stateOf(planned));
    expect(isRejection(decision) ? [] : decision).toEqual([
      {
        ...cancelled,
        text: clearText(`review-cycle:${plan.cycleId}`, { reason: cancel.reason }),
      },
    ]);
  });
});
