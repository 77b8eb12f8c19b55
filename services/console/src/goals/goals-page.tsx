import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { goalsQuery, type GoalsFound } from '../api/queries.ts';
import type { GoalSummary } from '../api/types.ts';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { GoalsSearch } from '../search.ts';
import { dayText } from '../text/times.ts';
import { GoalsFilters, type Change } from './goals-filters.tsx';
import { countsOf, ownersOf, pageOf, searched, sorted, type GoalCounts } from './goal-list.ts';
import { GoalsTable } from './goals-table.tsx';
import classes from './goals.module.css';
import { Pages } from '../parts/pages.tsx';

export function GoalsPage() {
  return <Goals title="Goals" at="/" mine={false} />;
}

export function MyGoalsPage() {
  return <Goals title="My goals" at="/mine" mine />;
}

interface GoalsProps {
  readonly title: string;
  readonly at: '/' | '/mine';
  readonly mine: boolean;
}

function Goals({ title, at, mine }: GoalsProps) {
  const search = useSearch({ from: at });
  const navigate = useNavigate({ from: at });
  const { period, stage, on } = search;
  const owner = mine || search.owner === 'me' ? 'me' : undefined;
  const found = useQuery(goalsQuery({ owner, period, stage }, { effectiveAt: on }));
  const change: Change = (changed) => {
    // Every filter starts again at the first page.
    const next = (before: GoalsSearch) =>
      ({ ...before, page: undefined, ...changed }) as GoalsSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Button component={Link} to="/new">
          Draft a goal
        </Button>
      </div>
      <GoalsFilters
        search={search}
        mine={mine}
        owners={ownersOf(found.data?.goals ?? [])}
        change={change}
      />
      {found.isPending ? <Awaited what="goals" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <FoundGoals found={found.data} search={search} change={change} mine={mine} />
      )}
    </>
  );
}

interface FoundProps {
  readonly found: GoalsFound;
  readonly search: GoalsSearch;
  readonly change: Change;
  readonly mine: boolean;
}

function FoundGoals({ found, search, change, mine }: FoundProps) {
  const { owner, q = '', sort = 'title', down = false } = search;
  const wanted = useDeferredValue(q);
  const goals = useMemo(() => {
    const owned = owner === undefined || owner === 'me' ? found.goals : byOwner(found.goals, owner);
    return sorted(searched(owned, wanted), { by: sort, down });
  }, [found.goals, owner, wanted, sort, down]);
  const shown = pageOf(goals, search.page ?? 1);
  return (
    <>
      <Summary counts={countsOf(goals)} found={found} on={search.on} />
      {goals.length === 0 ? (
        <Empty>
          {found.goals.length === 0 ? noneText(search, mine) : 'No goal matches these filters.'}
        </Empty>
      ) : (
        <>
          <GoalsTable
            goals={shown.items}
            sorting={{ by: sort, down }}
            onSort={({ by, down: downwards }) => {
              change({ sort: by, down: downwards ? true : undefined });
            }}
            on={search.on}
          />
          <Pages page={shown.page} pages={shown.pages} onPage={(page) => change({ page })} />
        </>
      )}
    </>
  );
}

function byOwner(goals: readonly GoalSummary[], owner: string): readonly GoalSummary[] {
  return goals.filter((one) => one.owner === owner);
}

function noneText({ period, stage, on }: GoalsSearch, mine: boolean): string {
  if (on !== undefined) return `There was no such goal by ${dayText(on)}.`;
  if (period !== undefined || stage !== undefined) return 'No goal matches these filters.';
  return mine
    ? 'You own no goal yet. Draft the first.'
    : 'There are no goals yet. Draft the first.';
}

interface SummaryProps {
  readonly counts: GoalCounts;
  readonly found: GoalsFound;
  readonly on: string | undefined;
}

function Summary({ counts, found, on }: SummaryProps) {
  const { goals, withProgress, active, closed, stale, measures, measuresWithProgress } = counts;
  const counted = new Intl.NumberFormat();
  return (
    <p className={`${classes.summary} pl-number`} aria-live="polite">
      <strong>
        {counted.format(goals)} {goals === 1 ? 'goal' : 'goals'}
      </strong>
      {found.more ? ' of those fetched; there are more, so narrow the filters' : ''}
      {` · ${counted.format(withProgress)} with progress`}
      {` (from ${counted.format(measuresWithProgress)} of ${counted.format(measures)} measures)`}
      {` · ${counted.format(active)} active`}
      {` · ${counted.format(closed)} closed`}
      {` · ${counted.format(stale)} stale`}
      {on === undefined ? '' : ` · as effective on ${dayText(on)} UTC`}
      {found.position === null ? '' : ' · '}
      {found.position === null ? null : (
        <span title="Where in the order of everything recorded this was taken">
          position {found.position}
        </span>
      )}
    </p>
  );
}
