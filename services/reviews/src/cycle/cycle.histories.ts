import { clearText } from '@plumbline/kernel';
import type * as Command from './cycle.commands.ts';
import type { Accountable, CycleFact, Member, Plan } from './cycle.ts';

/** The example histories of a cycle: the year 2026 of sales, with Ada, Cy and, later, Di. */
export const cycleId = '5b0c2f4e-8d1a-5c37-9e46-1f2a3b4c5d6e';
export const hr = 'hana';

const asked = (act: string, at: string) => ({ act, cycleId, at, now: at, by: hr });
const told = (act: string, at: string) => ({ act, cycleId, at });
const hash = (digit: string) => digit.repeat(64);

export const planOf: Plan = {
  period: { from: '2026-01-01', to: '2026-12-31' },
  template: { id: 'yearly-form', version: 2, hash: hash('a') },
  pack: { id: 'yearly', version: 1, hash: hash('b') },
  population: { units: ['unit:sales'] },
  peers: { mode: 'anonymous', min: 3 },
  due: { self: '2027-01-15', peer: '2027-01-15', manager: '2027-01-31', acknowledge: '2027-02-28' },
};
export const title = 'Year 2026, sales';

const whole = (manager: string, days: number): readonly Accountable[] => [
  { manager, from: '2026-01-01', to: '2026-12-31', days },
];
export const adaIn: Member = {
  ...{ person: 'ada', reviewId: '1d3b5f70-2c4e-5a68-8b9d-0e1f2a3b4c5d', post: 'seller' },
  accountable: whole('mia', 351),
};
export const cyIn: Member = {
  ...{ person: 'cy', reviewId: '2e4c6a81-3d5f-5b79-9c0e-1f2a3b4c5d6e', post: 'second-seller' },
  accountable: whole('mia', 365),
};
export const diIn: Member = {
  ...{ person: 'di', reviewId: '3f5d7b92-4e6a-5c8a-8d1f-2a3b4c5d6e7f' },
  accountable: [{ manager: 'mia', from: '2026-12-01', to: '2026-12-31', days: 31 }],
};

export const plan: Command.PlanCycle = {
  ...{ type: 'PlanCycle', ...asked('act-plan', '2026-12-01T09:00:00.000Z'), ...planOf, title },
};
export const planned = {
  ...{ type: 'CyclePlanned', ...told('act-plan', '2026-12-01T09:00:00.000Z'), by: hr, ...planOf },
  text: clearText(`review-cycle:${cycleId}`, { title }),
} as const satisfies CycleFact;

export const launch: Command.LaunchCycle = {
  ...{ type: 'LaunchCycle', ...asked('act-launch', '2027-01-04T09:00:00.000Z') },
  ...{ position: '000000000000512', frameHash: hash('c'), members: [adaIn, cyIn] },
};
export const launched = {
  ...{ type: 'CycleLaunched', ...told('act-launch', '2027-01-04T09:00:00.000Z'), by: hr },
  ...{ asOf: '2027-01-04T09:00:00.000Z', position: '000000000000512', n: 2, frameHash: hash('c') },
} as const satisfies CycleFact;
export const pinned = {
  ...{ type: 'PopulationPinned', ...told('act-launch', '2027-01-04T09:00:00.000Z'), page: 1 },
  members: [adaIn, cyIn],
} as const satisfies CycleFact;

export const join: Command.AddLateJoiner = {
  ...{ type: 'AddLateJoiner', ...asked('act-join', '2027-01-06T09:00:00.000Z'), member: diIn },
};
export const joined = {
  ...{ type: 'LateJoinerAdded', ...told('act-join', '2027-01-06T09:00:00.000Z'), by: hr },
  member: diIn,
} as const satisfies CycleFact;

export const collect: Command.StepCycle = {
  ...{ type: 'BeginCollecting', ...asked('act-collect', '2027-01-04T09:00:01.000Z') },
};
export const collecting = {
  ...{ type: 'CollectingBegun', ...told('act-collect', '2027-01-04T09:00:01.000Z'), by: hr },
} as const satisfies CycleFact;

export const calibrate: Command.BeginCalibrating = {
  ...{ type: 'BeginCalibrating', ...asked('act-calibrate', '2027-02-01T09:00:00.000Z') },
  opened: 2,
};
export const calibrating = {
  ...{ type: 'CalibratingBegun', ...told('act-calibrate', '2027-02-01T09:00:00.000Z'), by: hr },
} as const satisfies CycleFact;

export const finalise: Command.BeginFinalising = {
  ...{ type: 'BeginFinalising', ...asked('act-finalise', '2027-02-05T09:00:00.000Z') },
};
export const finalising = {
  ...{ type: 'FinalisingBegun', ...told('act-finalise', '2027-02-05T09:00:00.000Z'), by: hr },
} as const satisfies CycleFact;

export const lock: Command.LockCycle = {
  ...{ type: 'LockCycle', ...asked('act-lock', '2027-02-10T09:00:00.000Z') },
  ...{ opened: 2, unsettled: 0 },
};
export const locked = {
  ...{ type: 'CycleLocked', ...told('act-lock', '2027-02-10T09:00:00.000Z'), by: hr },
} as const satisfies CycleFact;

export const release: Command.StepCycle = {
  ...{ type: 'ReleaseCycle', ...asked('act-release', '2027-02-11T09:00:00.000Z') },
};
export const released = {
  ...{ type: 'CycleReleased', ...told('act-release', '2027-02-11T09:00:00.000Z'), by: hr },
} as const satisfies CycleFact;

export const close: Command.StepCycle = {
  ...{ type: 'CloseCycle', ...asked('act-close', '2027-03-31T09:00:00.000Z') },
};
export const closed = {
  ...{ type: 'CycleClosed', ...told('act-close', '2027-03-31T09:00:00.000Z'), by: hr },
} as const satisfies CycleFact;

export const cancel: Command.CancelCycle = {
  ...{ type: 'CancelCycle', ...asked('act-cancel', '2027-01-05T09:00:00.000Z'), finalised: 0 },
  reason: 'The wrong template.',
};
export const cancelled = {
  ...{ type: 'CycleCancelled', ...told('act-cancel', '2027-01-05T09:00:00.000Z'), by: hr },
  text: clearText(`review-cycle:${cycleId}`, { reason: 'The wrong template.' }),
} as const satisfies CycleFact;

/** From the plan to the end, in the order of the stages. */
export const life = [
  ...[planned, launched, pinned, collecting, calibrating, locked, released, closed],
] as const;
