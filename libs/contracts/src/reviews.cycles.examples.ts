import type { cyclesSchemas } from './reviews.cycles.ts';
import { hashes, ids, manager, pack, peers, subject } from './reviews.examples.ids.ts';
import { template, year } from './reviews.examples.ids.ts';
import type { Shape } from './schema.ts';

const cycleId = ids.cycle;
const planned = {
  ...{ cycleId, period: year, template, pack, peers },
  due: {
    ...{ self: '2027-01-15', peer: '2027-01-22', manager: '2027-02-05' },
    acknowledge: '2027-03-15',
  },
} as const;

type Published = typeof cyclesSchemas;

/** Examples of every fact of cycles and sessions, by what they show. */
export const cyclesExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'reviews.CyclePlanned.v1': {
    forEverybody: { ...planned, population: { units: null } },
    forSomeUnits: {
      ...{ ...planned, peers: { mode: 'named', min: 1 } },
      population: { units: ['unit:service-desk'] },
    },
  },
  'reviews.CycleLaunched.v1': {
    ofAYear: {
      ...{ cycleId, asOf: '2027-01-04T08:00:00.000Z', position: '00000000000000004711' },
      ...{ n: 1_240, frameHash: hashes.frame },
    },
  },
  'reviews.LateJoinerAdded.v1': {
    afterTheLaunch: { cycleId, reviewId: ids.review, person: subject },
  },
  'reviews.CollectingBegun.v1': { ofAYear: { cycleId } },
  'reviews.CalibratingBegun.v1': { ofAYear: { cycleId } },
  'reviews.CycleLocked.v1': { ofAYear: { cycleId } },
  'reviews.CycleReleased.v1': { ofAYear: { cycleId } },
  'reviews.CycleClosed.v1': { ofAYear: { cycleId } },
  'reviews.CycleCancelled.v1': { beforeItsLock: { cycleId } },
  'reviews.SessionConvened.v1': {
    ofADepartment: { sessionId: ids.session, cycleId, moderator: manager, members: 6, reviews: 48 },
  },
  'reviews.SessionReviewsAdded.v1': { lateJoiners: { sessionId: ids.session, reviews: 2 } },
  'reviews.SessionLocked.v1': { ofADepartment: { sessionId: ids.session } },
};
