import { useQuery } from '@tanstack/react-query';
import { goalsQuery } from '../api/queries.ts';
import type { GoalSummary } from '../api/types.ts';
import { GoalLink } from '../goals/goals-table.tsx';
import { Pace, ProgressBar, StageBadges } from '../parts/figures.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { dayText } from '../text/times.ts';
import classes from './team.module.css';

/** Goals shown of one person; the rest is in the list of goals. */
const goalsShown = 20;

/** The goals of one person with progress, and for how long they have been silent. */
export function MemberGoals({ person }: { readonly person: string }) {
  const found = useQuery(goalsQuery({ owner: `person:${person}` }, {}));
  if (found.isPending) return <Loading label="Loading goals…" />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const { goals } = found.data;
  if (goals.length === 0) return <Empty>No goals that you may see.</Empty>;
  // What is pursued comes first.
  const ordered = goals.toSorted((one, other) => rankOf(one) - rankOf(other));
  return (
    <ul className={classes.list}>
      {ordered.slice(0, goalsShown).map((goal) => (
        <li key={goal.id} className={classes.goal}>
          <GoalLink id={goal.id} title={goal.title} />
          <StageBadges goal={goal} />
          <ProgressBar figure={goal.progress} label={`Progress of ${goal.title ?? 'the goal'}`} />
          <span className={classes.dim}>
            <Pace pace={goal.pace} /> · {newsText(goal)}
          </span>
        </li>
      ))}
      {goals.length > goalsShown ? (
        <li className={classes.dim}>and {goals.length - goalsShown} more</li>
      ) : null}
    </ul>
  );
}

function rankOf({ stage }: GoalSummary): number {
  return ['active', 'draft', 'closed', 'withdrawn'].indexOf(stage);
}

function newsText({ lastCheckInAt, cadenceDays }: GoalSummary): string {
  const last = lastCheckInAt === null ? 'no news yet' : `last news ${dayText(lastCheckInAt)} UTC`;
  return `${last}, wanted every ${cadenceDays} days`;
}
