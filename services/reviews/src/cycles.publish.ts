import { never } from '@plumbline/kernel';
import type { CycleFact } from './cycle/cycle.ts';
import type { Published } from './reviews.publish.ts';

/** What others may see of a cycle: neither its title nor why it was given up. */
export function publishOfCycle(fact: CycleFact): Published | null {
  const { cycleId } = fact;
  switch (fact.type) {
    case 'CyclePlanned': {
      const { period, template, pack, population, peers, due } = fact;
      const data = { cycleId, period, template, pack, population, peers, due };
      return { type: 'reviews.CyclePlanned.v1', data };
    }
    case 'CycleLaunched': {
      const { asOf, position, n, frameHash } = fact;
      return { type: 'reviews.CycleLaunched.v1', data: { cycleId, asOf, position, n, frameHash } };
    }
    case 'PopulationPinned':
    case 'FinalisingBegun':
      // Each of them has a review, which says so.
      return null;
    case 'LateJoinerAdded': {
      const { person, reviewId } = fact.member;
      return { type: 'reviews.LateJoinerAdded.v1', data: { cycleId, reviewId, person } };
    }
    case 'CollectingBegun':
      return { type: 'reviews.CollectingBegun.v1', data: { cycleId } };
    case 'CalibratingBegun':
      return { type: 'reviews.CalibratingBegun.v1', data: { cycleId } };
    case 'CycleLocked':
      return { type: 'reviews.CycleLocked.v1', data: { cycleId } };
    case 'CycleReleased':
      return { type: 'reviews.CycleReleased.v1', data: { cycleId } };
    case 'CycleClosed':
      return { type: 'reviews.CycleClosed.v1', data: { cycleId } };
    case 'CycleCancelled':
      return { type: 'reviews.CycleCancelled.v1', data: { cycleId } };
    default:
      return never(fact);
  }
}
