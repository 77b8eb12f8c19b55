import { clearText } from '@plumbline/kernel';
import type { AlignGoal, RealignGoal, UnalignGoal } from './alignment.commands.ts';
import type { AlignmentFact } from './alignment.ts';

/**
 * The example histories of alignments: a person's goal contributes to that of a team, which
 * contributes to a theme of the strategy; in autumn the person's goal moves to another team.
 */
export const person = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
export const team = '8b7e4c11-2f6d-5a90-b3c2-7d1e9f0a4b5c';
export const otherTeam = '1c9d5e27-6a4b-5f38-9e0d-3b2c8a7f6e41';
export const theme = { strategy: '5d2f1b74-9a3c-5e6d-8b1f-4c5a6d7e8f90', theme: 'near' };
export const owner = 'person:ada';

const asked = (act: string, alignmentId: string, at: string) => ({ act, alignmentId, at, now: at });
const told = (act: string, alignmentId: string, at: string) => ({ act, alignmentId, at });

const toTeam = {
  child: person,
  parent: { goal: team },
  mode: 'contributes',
  share: 0.6,
  from: '2026-04-01',
} as const;
const toTheme = { ...toTeam, child: team, parent: theme, share: 1 } as const;

export const align: AlignGoal = {
  type: 'AlignGoal',
  ...asked('act-align', 'alignment-1', '2026-04-01T09:00:00.000Z'),
  ...toTeam,
};
export const aligned = {
  type: 'GoalAligned',
  ...told('act-align', 'alignment-1', '2026-04-01T09:00:00.000Z'),
  ...toTeam,
} as const satisfies AlignmentFact;

export const alignTeam: AlignGoal = {
  type: 'AlignGoal',
  ...asked('act-align-team', 'alignment-2', '2026-04-02T09:00:00.000Z'),
  ...toTheme,
};
export const teamAligned = {
  type: 'GoalAligned',
  ...told('act-align-team', 'alignment-2', '2026-04-02T09:00:00.000Z'),
  ...toTheme,
} as const satisfies AlignmentFact;

export const unalign: UnalignGoal = {
  type: 'UnalignGoal',
  ...asked('act-unalign', 'alignment-1', '2026-08-20T09:00:00.000Z'),
  owner,
  on: '2026-09-01',
  reason: 'The team has what it needs.',
};
export const unaligned = {
  type: 'GoalUnaligned',
  ...told('act-unalign', 'alignment-1', '2026-08-20T09:00:00.000Z'),
  child: person,
  parent: { goal: team },
  on: '2026-09-01',
  text: clearText(owner, { reason: 'The team has what it needs.' }),
} as const satisfies AlignmentFact;

export const realign: RealignGoal = {
  type: 'RealignGoal',
  ...asked('act-realign', 'alignment-1', '2026-08-20T09:00:00.000Z'),
  owner,
  next: 'alignment-3',
  parent: { goal: otherTeam },
  on: '2026-09-01',
  reason: 'Ada changed teams.',
};
export const realigned = [
  {
    ...unaligned,
    act: 'act-realign',
    text: clearText(owner, { reason: 'Ada changed teams.' }),
  },
  {
    type: 'GoalAligned',
    ...told('act-realign', 'alignment-3', '2026-08-20T09:00:00.000Z'),
    ...toTeam,
    parent: { goal: otherTeam },
    from: '2026-09-01',
  },
] as const satisfies readonly AlignmentFact[];
