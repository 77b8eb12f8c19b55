import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { personDecider } from './person.decide.ts';
import { delegatedActionsMax, delegationDaysMax, grantableRoles } from './person.entrust.ts';
import * as the from './person.histories.ts';
import { delegate, departed, joined, leaveRecorded, moved } from './person.histories.ts';
import type { PersonFact } from './person.ts';

const { given } = specification(personDecider);
const accepted = (facts: readonly PersonFact[]) => expect(facts).toHaveLength(1);

describe('the story of a person', () => {
  it('comes to what is known of them', () => {
    expect(fold(personDecider, personDecider.initial, the.wholeStory)).toEqual(the.inTheEnd);
  });

  it('begins with their joining: nothing else is known of anybody', () => {
    expect(fold(personDecider, personDecider.initial, [moved, departed])).toEqual({
      stage: 'none',
    });
    given().when(the.move).rejects('person/not-found');
    given().when(the.correct).rejects('person/not-found');
  });
});

describe('joining', () => {
  it('records since when and in which post, and seals name and address', () =>
    given().when(the.join).then(joined));

  it('is refused for who is here, from the first day until the day before they leave', () => {
    const again = { ...the.join, act: 'again' };
    const on = (from: string) => given(joined, departed).when({ ...again, from });
    on('2026-02-01').rejects('person/already-here', '/from');
    on('2027-06-30').rejects('person/already-here', '/from');
    on('2027-07-01').thenSatisfies(accepted);
    on('2026-01-31').thenSatisfies(accepted);
  });

  it('again, after leaving, is of the same person', () =>
    given(joined, departed).when(the.rejoin).then(the.rejoined));

  it('again on the day of leaving goes on without a gap', () =>
    given(joined, departed, { ...the.rejoined, from: '2027-07-01' } as PersonFact)
      .when({ ...the.move, act: 'later', from: '2027-07-01' })
      .thenSatisfies(accepted));
});

describe('moving', () => {
  it('changes the post from a day on', () => given(joined).when(the.move).then(moved));

  it('to no post is possible', () =>
    given(joined)
      .when({ ...the.move, post: null })
      .then({ ...moved, post: null } as PersonFact));

  it('decides nothing when they hold the post on that day', () => {
    given(joined, moved)
      .when({ ...the.move, act: 'again', from: '2026-08-01' })
      .nothing();
    given(joined)
      .when({ ...the.move, post: 'desk-07' })
      .nothing();
  });

  it('told late comes between what was recorded', () => {
    const late = { ...moved, act: 'late', post: 'desk-03', from: '2026-04-01' } as PersonFact;
    const state = fold(personDecider, personDecider.initial, [joined, moved, late]);
    expect(state).toMatchObject({
      posts: [
        { from: '2026-02-01', value: 'desk-07' },
        { from: '2026-04-01', value: 'desk-03' },
        { from: '2026-06-01', value: 'desk-01' },
      ],
    });
  });

  it('is for those who are here on that day', () => {
    const on = (from: string) => given(joined, departed).when({ ...the.move, from });
    on('2026-01-31').rejects('person/not-here');
    on('2026-02-01').thenSatisfies(accepted);
    on('2027-06-30').thenSatisfies(accepted);
    on('2027-07-01').rejects('person/not-here');
  });
});

describe('choosing a zone', () => {
  it('records by which clock they live, of those who have left as well', () => {
    given(joined).when(the.chooseZone).then(the.zoneChosen);
    given(joined, departed).when(the.chooseZone).then(the.zoneChosen);
    given().when(the.chooseZone).rejects('person/not-found');
  });

  it('decides nothing when it is so already', () =>
    given(joined, the.zoneChosen)
      .when({ ...the.chooseZone, act: 'again' })
      .nothing());

  it('comes with joining, and only where it is another', () => {
    const { zone } = the.chooseZone;
    given()
      .when({ ...the.join, zone })
      .then(joined, { ...the.zoneChosen, ...{ act: joined.act, at: joined.at } } as PersonFact);
    given(joined, the.zoneChosen, departed)
      .when({ ...the.rejoin, zone })
      .then(the.rejoined);
  });
});

describe('renaming', () => {
  it('records the new words, of those who have left as well', () => {
    given(joined).when(the.rename).then(the.renamed);
    given(joined, departed).when(the.rename).then(the.renamed);
  });

  it('to nothing is no change', () => {
    const { name: _, ...nothing } = the.rename;
    given(joined).when(nothing).nothing();
  });
});

describe('a leave', () => {
  it('may be open, and is named by its act', () =>
    given(joined).when(the.takeLeave).then(leaveRecorded));

  it('lasts a day at least', () => {
    const until = (day: string) => given(joined).when({ ...the.takeLeave, until: day });
    until('2026-09-01').thenSatisfies(accepted);
    until('2026-08-31').rejects('person/ends-before-it-starts', '/until');
  });

  it('starts on a day on which they are here', () => {
    const on = (from: string) => given(joined, departed).when({ ...the.takeLeave, from });
    on('2026-01-31').rejects('person/not-here');
    on('2027-06-30').thenSatisfies(accepted);
    on('2027-07-01').rejects('person/not-here');
  });

  it('shares no day with another', () => {
    const taken = { ...leaveRecorded, until: '2026-09-10' } as PersonFact;
    const another = (from: string, until: string | null) =>
      given(joined, taken).when({ ...the.takeLeave, act: 'another', from, until });
    another('2026-08-01', '2026-08-31').thenSatisfies(accepted);
    another('2026-08-01', '2026-09-01').rejects('person/leaves-overlap', '/until');
    another('2026-08-01', null).rejects('person/leaves-overlap', '/until');
    another('2026-09-10', '2026-09-20').rejects('person/leaves-overlap', '/from');
    another('2026-09-11', null).thenSatisfies(accepted);
    given(joined, leaveRecorded)
      .when({ ...the.takeLeave, act: 'another', from: '2027-01-01' })
      .rejects('person/leaves-overlap', '/from');
  });
});

describe('changing a leave', () => {
  it('gives it another end, or none', () => {
    given(joined, leaveRecorded).when(the.endLeave).then(the.leaveChanged);
    given(joined, leaveRecorded, the.leaveChanged)
      .when({ ...the.endLeave, act: 'open', until: null })
      .then({ ...the.leaveChanged, act: 'open', until: null } as PersonFact);
  });

  it('decides nothing when it ends on that day already', () =>
    given(joined, leaveRecorded, the.leaveChanged)
      .when({ ...the.endLeave, act: 'again' })
      .nothing());

  it('needs a leave of theirs, an end after its start, and free days', () => {
    given(joined).when(the.endLeave).rejects('person/unknown-entry', '/leave');
    given(joined, leaveRecorded)
      .when({ ...the.endLeave, until: '2026-09-01' })
      .thenSatisfies(accepted);
    given(joined, leaveRecorded)
      .when({ ...the.endLeave, until: '2026-08-31' })
      .rejects('person/ends-before-it-starts', '/until');
    const next = { ...leaveRecorded, leave: 'next', act: 'next', from: '2026-12-10' } as PersonFact;
    const both = [joined, leaveRecorded, the.leaveChanged, next] as const;
    given(...both)
      .when({ ...the.endLeave, act: 'longer', until: '2026-12-09' })
      .thenSatisfies(accepted);
    given(...both)
      .when({ ...the.endLeave, act: 'longer', until: '2026-12-10' })
      .rejects('person/leaves-overlap', '/until');
  });
});

describe('leaving', () => {
  it('records the first day on which they are not here', () =>
    given(joined).when(the.depart).then(departed));

  it('needs no reason', () => {
    const { reason: _, ...silent } = the.depart;
    given(joined)
      .when(silent)
      .then({ ...departed, text: { of: 'person:ada', fields: {} } } as PersonFact);
  });

  it('decides nothing when that is the day already; another day away is refused', () => {
    given(joined, departed)
      .when({ ...the.depart, act: 'again' })
      .nothing();
    given(joined, departed)
      .when({ ...the.depart, act: 'again', from: '2027-07-02' })
      .rejects('person/not-here');
  });

  it('may come earlier than was known, but not on the day of joining', () => {
    given(joined, departed)
      .when({ ...the.depart, act: 'earlier', from: '2026-02-02' })
      .thenSatisfies(accepted);
    given(joined, departed)
      .when({ ...the.depart, act: 'earlier', from: '2026-02-01' })
      .rejects('person/ends-before-it-starts', '/from');
  });
});

describe('delegating', () => {
  it('names who may do what, within days', () => given(joined).when(delegate).then(the.delegated));

  it('may be of everything, and overlap with another to the same person', () =>
    given(joined, the.delegated)
      .when({ ...delegate, act: 'all', actions: 'all' })
      .then({ ...the.delegated, act: 'all', delegation: 'all', actions: 'all' } as PersonFact));

  it('is never to oneself', () =>
    given(joined)
      .when({ ...delegate, to: 'ada' })
      .rejects('person/delegation-to-oneself', '/to'));

  it('names actions as the policy table does, each once', () => {
    const of = (...actions: string[]) => given(joined).when({ ...delegate, actions });
    const many = Array.from({ length: delegatedActionsMax }, (_, index) => {
      return `goal/x${'-y'.repeat(index)}`;
    });
    of(...many).thenSatisfies(accepted);
    of(...many, 'goal/read').rejects('person/too-many-actions', '/actions');
    of(...many, ...many).thenSatisfies(([fact]) => expect(fact).toMatchObject({ actions: many }));
    of().rejects('person/no-actions', '/actions');
    of('goal/read', 'all').rejects('person/no-action', '/actions');
    of('goal/read ').rejects('person/no-action', '/actions');
  });

  it('lasts a day at least, and a year and a day at most', () => {
    const until = (day: string) =>
      given(joined).when({ ...delegate, from: '2027-01-01', until: day });
    until('2026-12-31').rejects('person/ends-before-it-starts', '/until');
    until('2027-01-01').thenSatisfies(accepted);
    expect(delegationDaysMax).toBe(366);
    until('2028-01-01').thenSatisfies(accepted);
    until('2028-01-02').rejects('person/delegation-too-long', '/until');
  });

  it('counts the days of a leap year', () => {
    const in2028 = { ...delegate, from: '2028-01-01' };
    given(joined)
      .when({ ...in2028, until: '2028-12-31' })
      .thenSatisfies(accepted);
    given(joined)
      .when({ ...in2028, until: '2029-01-01' })
      .rejects('person/delegation-too-long');
  });

  it('is of those who are here on each of its days', () => {
    const within = (from: string, until: string) =>
      given(joined, departed, the.rejoined).when({ ...delegate, from, until });
    within('2026-01-31', '2026-03-01').rejects('person/delegation-of-a-leaver');
    within('2026-02-01', '2026-03-01').thenSatisfies(accepted);
    within('2027-06-01', '2027-06-30').thenSatisfies(accepted);
    within('2027-06-01', '2027-07-01').rejects('person/delegation-of-a-leaver');
    within('2027-06-01', '2028-03-01').rejects('person/delegation-of-a-leaver');
    within('2028-02-01', '2028-03-01').thenSatisfies(accepted);
  });
});

describe('revoking a delegation', () => {
  const history = [joined, the.delegated] as const;

  it('ends it from a day on', () =>
    given(...history)
      .when(the.undelegate)
      .then(the.undelegated));

  it('needs a delegation of theirs', () =>
    given(joined).when(the.undelegate).rejects('person/unknown-entry', '/delegation'));

  it('decides nothing on days on which it is over', () => {
    given(...history)
      .when({ ...the.undelegate, from: '2026-12-31' })
      .thenSatisfies(accepted);
    given(...history)
      .when({ ...the.undelegate, from: '2027-01-01' })
      .nothing();
    given(...history, the.undelegated)
      .when({ ...the.undelegate, act: 'again' })
      .nothing();
  });

  it('may come earlier than was known', () =>
    given(...history, the.undelegated)
      .when({ ...the.undelegate, act: 'earlier', from: '2026-11-30' })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ from: '2026-11-30' })));
});

describe('granting a role', () => {
  it('is for a unit or for everything, and may be open', () => {
    given(joined).when(the.grantRole).then(the.roleGranted);
    given(joined)
      .when({ ...the.grantRole, unit: null, until: '2027-12-31' })
      .then({ ...the.roleGranted, unit: null, until: '2027-12-31' } as PersonFact);
  });

  it.each(grantableRoles)('takes %s', (role) =>
    given(joined)
      .when({ ...the.grantRole, role })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ role })),
  );

  it.each(['employee', 'manager', 'Auditor', ''])('does not know "%s"', (role) =>
    given(joined)
      .when({ ...the.grantRole, role })
      .rejects('person/unknown-role', '/role'),
  );

  it('is never to oneself, nor on behalf of who receives it', () => {
    given(joined)
      .when({ ...the.grantRole, by: 'ada' })
      .rejects('person/role-to-oneself');
    given(joined)
      .when({ ...the.grantRole, onBehalfOf: 'ada' })
      .rejects('person/role-to-oneself');
    given(joined)
      .when({ ...the.grantRole, onBehalfOf: 'bo' })
      .then(the.roleGranted);
  });

  it('lasts a day at least, and starts while they are here', () => {
    given(joined)
      .when({ ...the.grantRole, until: '2027-01-04' })
      .thenSatisfies(accepted);
    given(joined)
      .when({ ...the.grantRole, until: '2027-01-03' })
      .rejects('person/ends-before-it-starts', '/until');
    given(joined, departed)
      .when({ ...the.grantRole, from: '2027-07-01' })
      .rejects('person/not-here');
  });
});

describe('revoking a role', () => {
  const history = [joined, the.roleGranted] as const;

  it('ends it from a day on, be it their own act', () =>
    given(...history)
      .when(the.revokeRole)
      .then(the.roleRevoked));

  it('needs a grant of theirs, and decides nothing once it is over', () => {
    given(joined).when(the.revokeRole).rejects('person/unknown-entry', '/grant');
    given(...history, the.roleRevoked)
      .when({ ...the.revokeRole, act: 'later', from: '2027-04-01' })
      .nothing();
  });
});

describe('correcting a person', () => {
  const history = [joined, moved] as const;
  const inPresence = { ...the.correct, field: 'presence', from: '2026-02-01' } as const;

  it('puts an entry in the place of one that was wrong, with a reason', () =>
    given(...history)
      .when(the.correct)
      .then(the.corrected));

  it('can take an entry back: what held before it holds on', () => {
    const takenBack = { ...the.corrected, to: null } as PersonFact;
    given(...history)
      .when({ ...the.correct, to: null })
      .then(takenBack);
    given(...history, takenBack)
      .when({ ...the.move, act: 'later', post: 'desk-07' })
      .nothing();
  });

  it('changes on which days they were here', () => {
    const later = { from: '2026-02-02', value: true };
    given(joined)
      .when({ ...inPresence, act: 'act-correct-presence', to: later })
      .thenSatisfies(([fact]) => expect(fact).toMatchObject({ field: 'presence', to: later }));
    given(joined, the.presenceCorrected)
      .when({ ...the.move, from: '2026-02-01' })
      .rejects('person/not-here');
    given(joined, { ...the.presenceCorrected, to: null } as PersonFact)
      .when({ ...the.join, act: 'after-all' })
      .thenSatisfies(accepted);
  });

  it('needs an entry that begins on that very day', () => {
    given(...history)
      .when({ ...the.correct, from: '2026-06-02' })
      .rejects('person/unknown-entry', '/from');
    given(...history)
      .when({ ...inPresence, from: '2026-06-01', to: null })
      .rejects('person/unknown-entry', '/from');
  });

  it('decides nothing when it reads so already', () =>
    given(...history)
      .when({ ...the.correct, to: { from: '2026-06-01', value: 'desk-01' } })
      .nothing());

  it('leaves other entries alone', () =>
    given(...history)
      .when({ ...the.correct, to: { from: '2026-02-01', value: 'desk-02' } })
      .rejects('person/entry-on-that-day', '/to/from'));

  it('takes a post for a post, and yes or no for presence', () => {
    const to = (value: string | boolean | null) => ({ from: '2026-06-01', value });
    given(...history)
      .when({ ...the.correct, to: to(true) })
      .rejects('person/value-of-another-kind', '/to/value');
    given(...history)
      .when({ ...the.correct, to: to(null) })
      .thenSatisfies(accepted);
    given(joined)
      .when({ ...inPresence, to: to('desk-02') })
      .rejects('person/value-of-another-kind', '/to/value');
    given(joined)
      .when({ ...inPresence, to: to(null) })
      .rejects('person/value-of-another-kind', '/to/value');
    given(joined)
      .when({ ...inPresence, to: to(false) })
      .thenSatisfies(accepted);
  });
});
