import type { About } from '@plumbline/organization';
import type { LiveGoal } from './goal/goal.ts';
import type { GoalSheet } from './views/goal-sheet.ts';
import type { KpiSheet } from './views/kpi-sheet.ts';

type AskedGoal = Pick<GoalSheet, 'owner' | 'visibility' | 'stage'>;

/** What the policy table is told of a goal; `on` is the last day of one that is closed. */
export function aboutGoal(goal: AskedGoal & { readonly closed?: GoalSheet['closed'] }): About {
  const { owner, visibility: kind, stage, closed } = goal;
  const about = { owner, kind, stage };
  return closed === null || closed === undefined ? about : { ...about, on: closed.at.slice(0, 10) };
}

export function aboutLiveGoal({ owner, visibility, stage }: LiveGoal): About {
  return { owner, kind: visibility, stage };
}

/** A KPI is as public as the goal that it tells of, and is read by whom that goal is read by. */
export function aboutKpi({ owner }: Pick<KpiSheet, 'owner'>, goal: AskedGoal | undefined): About {
  if (goal === undefined) return { owner, kind: 'public' };
  const isOpen = goal.visibility === 'public' && isInForce(goal.stage);
  return { owner: goal.owner, kind: isOpen ? 'public' : 'private' };
}

function isInForce(stage: AskedGoal['stage']): boolean {
  return stage === 'active' || stage === 'closed';
}

export function ownedBy({ owner }: { readonly owner: string }): About {
  return { owner };
}
