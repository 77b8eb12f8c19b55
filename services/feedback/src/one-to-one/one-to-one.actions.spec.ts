import { describe, expect, it } from '@jest/globals';
import { clearText, toInstant } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { oneToOneDecider } from './one-to-one.decide.ts';
import { ada, agree, agreed, agreedOfCy, agreeOfCy } from './one-to-one.histories.ts';
import { complete, completed, correct, corrected, cy } from './one-to-one.histories.ts';
import { drop, dropped, held } from './one-to-one.histories.ts';
import { actionDueDaysMax, actionsMax, clockSkewMsMax } from './one-to-one.rules.ts';
import type { OneToOneFact } from './one-to-one.ts';

const { given } = specification(oneToOneDecider);
const earliest = (since: string) => toInstant(Date.parse(since) - clockSkewMsMax);
const tooEarly = (since: string) => toInstant(Date.parse(since) - clockSkewMsMax - 1);

describe('agreeing an action', () => {
  it('says who of the two does what, by when', () => {
    given(held).when(agree).then(agreed);
    given(held, agreed).when(agreeOfCy).then(agreedOfCy);
    given(held)
      .when({ ...agree, owner: 'bo' })
      .rejects('one-to-one/owner-not-of-the-two', '/owner');
  });

  it('that both tell at once is two actions, of which one may be dropped', () => {
    const same = { ...agree, act: 'of-cy', by: cy };
    const told = { ...agreed, act: 'of-cy', actionId: 'of-cy', by: cy };
    given(held, agreed).when(same).then(told);
    given(held, agreed, told)
      .when({ ...drop, actionId: 'of-cy', reason: 'Twice.' })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });

  it('is possible as often as allowed, and not once more', () => {
    const others = Array.from({ length: actionsMax }, (_, index): OneToOneFact => {
      return { ...agreed, act: `act-${index}`, actionId: `act-${index}` };
    });
    given(held, ...others.slice(1))
      .when(agree)
      .then(agreed);
    given(held, ...others)
      .when(agree)
      .rejects('one-to-one/too-many-actions');
    const ended: OneToOneFact = { ...completed, actionId: 'act-0' };
    given(held, ...others, ended)
      .when(agree)
      .rejects('one-to-one/too-many-actions');
  });

  it('is due from the day of the meeting on, as that reads now', () => {
    given(held)
      .when({ ...agree, due: '2026-07-06' })
      .then({ ...agreed, due: '2026-07-06' });
    given(held)
      .when({ ...agree, due: '2026-07-05' })
      .rejects('one-to-one/due-before-the-meeting', '/due');
    given(held, corrected)
      .when({ ...agree, due: '2026-07-05' })
      .then({ ...agreed, due: '2026-07-05' });
  });

  it('is due within a year and a day', () => {
    expect(actionDueDaysMax).toBe(366);
    given(held)
      .when({ ...agree, due: '2027-07-07' })
      .then({ ...agreed, due: '2027-07-07' });
    given(held)
      .when({ ...agree, due: '2027-07-08' })
      .rejects('one-to-one/due-too-far', '/due');
  });

  it('may be told of the meeting itself, before that was recorded, but not of before it', () => {
    // The 6th begins in the far east when it is ten on the 5th in Greenwich.
    const first = '2026-07-05T10:00:00.000Z';
    given(held)
      .when({ ...agree, at: first })
      .then({ ...agreed, at: first });
    given(held)
      .when({ ...agree, at: '2026-07-05T09:59:59.999Z' })
      .rejects('one-to-one/before-it-was-held', '/effectiveAt');
  });
});

describe('completing an action', () => {
  it('ends it', () => given(held, agreed).when(complete).then(completed));

  it('is so already when the other did so', () =>
    given(held, agreed, completed)
      .when({ ...complete, act: 'other', by: cy })
      .nothing());

  it('is of one that was agreed, and not dropped', () => {
    given(held).when(complete).rejects('one-to-one/unknown-action', '/actionId');
    given(held, agreed, agreedOfCy, dropped)
      .when({ ...complete, actionId: agreeOfCy.act })
      .rejects('one-to-one/action-dropped');
  });

  it('leaves the others as they are', () =>
    given(held, agreed, agreedOfCy, completed).when(drop).then(dropped));
});

describe('dropping an action', () => {
  it('ends it with a reason, whose key is that of the action', () => {
    given(held, agreed, agreedOfCy).when(drop).then(dropped);
    given(held, agreed)
      .when({ ...drop, actionId: agree.act })
      .then({
        ...dropped,
        actionId: agree.act,
        text: clearText('person:ada', { reason: drop.reason }),
      });
  });

  it('is so already when the other did so', () =>
    given(held, agreed, agreedOfCy, dropped)
      .when({ ...drop, act: 'other', by: ada, reason: 'No need.' })
      .nothing());

  it('is of one that was agreed, and is not done', () => {
    given(held).when(drop).rejects('one-to-one/unknown-action', '/actionId');
    given(held, agreed, completed)
      .when({ ...drop, actionId: agree.act })
      .rejects('one-to-one/action-completed');
  });
});

describe('what follows holds after what it follows, but for what clocks may differ by', () => {
  it.each([
    ['the end of an action', complete, completed, agree.at, 'one-to-one/before-it-was-agreed'],
    [
      'its drop',
      { ...drop, actionId: agree.act },
      { ...dropped, actionId: agree.act, text: clearText('person:ada', { reason: drop.reason }) },
      agree.at,
      'one-to-one/before-it-was-agreed',
    ],
    ['a correction', correct, corrected, held.at, 'one-to-one/before-its-latest-change'],
  ] as const)('as %s does', (_, command, fact, since, code) => {
    given(held, agreed)
      .when({ ...command, at: earliest(since) })
      .then({ ...fact, at: earliest(since) });
    given(held, agreed)
      .when({ ...command, at: tooEarly(since) })
      .rejects(code, '/effectiveAt');
  });

  it('also when the one before was told by a clock that is behind', () => {
    const behind = { ...corrected, at: earliest(held.at) };
    given(held, behind)
      .when({ ...correct, act: 'again', on: '2026-07-02', at: tooEarly(held.at) })
      .rejects('one-to-one/before-its-latest-change');
  });
});
