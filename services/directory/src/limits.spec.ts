import { describe, expect, it } from '@jest/globals';
import { actions, roles } from '@plumbline/organization';
import * as the from './person/person.histories.ts';
import { personDecider } from './person/person.decide.ts';
import { delegatedActionsMax, grantableRoles } from './person/person.entrust.ts';
import { evolvePerson, initialPerson } from './person/person.ts';
import { stepMovesMax } from './reorganisation/reorganisation.steps.ts';
import { changesMax } from './structure/structure.decide.ts';

describe('words and limits that are said in more than one place', () => {
  it('are the roles of the policy table: those, and no others, are granted', () => {
    expect(grantableRoles).toEqual(roles);
  });

  it('are the actions of the policy table: each of them can be entrusted', () => {
    const ada = evolvePerson(initialPerson, the.joined);
    for (let from = 0; from < actions.length; from += delegatedActionsMax) {
      const some = actions.slice(from, from + delegatedActionsMax);
      const decision = personDecider.decide({ ...the.delegate, actions: some }, ada);
      expect(decision).toMatchObject([{ type: 'DelegationGranted', actions: some }]);
    }
  });

  it('are in proportion: a step of a reorganisation, with two changes each, is one command', () => {
    expect(2 * stepMovesMax).toBeLessThanOrEqual(changesMax);
  });
});
