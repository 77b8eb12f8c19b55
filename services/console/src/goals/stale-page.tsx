import { Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { staleGoalsQuery } from '../api/queries.ts';
import type { Figure, StaleGoal } from '../api/types.ts';
import { Owner, ProgressBar, StageBadges } from '../parts/figures.tsx';
import { PeriodSelect } from '../parts/filters.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { shareText } from '../text/figures.ts';
import { dayText } from '../text/times.ts';
import { pageOf } from './goal-list.ts';
import { GoalLink } from './goals-table.tsx';
import classes from './goals.module.css';
import { Pages } from '../parts/pages.tsx';

export function StalePage() {
  const { period, page = 1 } = useSearch({ from: '/stale' });
  const navigate = useNavigate({ from: '/stale' });
  const found = useQuery(staleGoalsQuery({ period }));
  const go = (search: { period?: string | undefined; page?: number }) => {
    void navigate({ search: search as { period?: string }, replace: true });
  };
  return (
    <>
      <Title order={1} size="h2" mb="md">
        Stale goals
      </Title>
      <div className={classes.chosen}>
        <PeriodSelect value={period} onChange={(chosen) => go({ period: chosen })} />
      </div>
      {found.isPending ? <Loading label="Loading stale goals…" /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <>
          <Staleness staleness={found.data.staleness} listed={found.data.items.length} />
          <StaleGoals
            goals={found.data.items}
            page={page}
            onPage={(next) => go({ period, page: next })}
          />
        </>
      )}
    </>
  );
}

interface StalenessProps {
  readonly staleness: Figure;
  readonly listed: number;
}

function Staleness({ staleness: { value, n }, listed }: StalenessProps) {
  const stale = Math.round((value ?? 0) * n);
  return (
    <Paper withBorder p="md" my="md" aria-live="polite">
      <div className={`${classes.figure} pl-number`}>
        {value === null ? 'Unknown' : shareText(value)}
      </div>
      <Text c="dimmed" size="sm">
        {value === null
          ? 'No goal is active, so none can be stale.'
          : `${stale} of ${n} active goals have had no news for longer than their cadence.`}
        {stale > listed ? ` The ${listed} longest silent are listed.` : ''}
      </Text>
    </Paper>
  );
}

interface StaleGoalsProps {
  readonly goals: readonly StaleGoal[];
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function StaleGoals({ goals, page, onPage }: StaleGoalsProps) {
  if (goals.length === 0) return <Empty>No goal is stale.</Empty>;
  const shown = pageOf(goals, page);
  return (
    <>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Title</Table.Th>
            <Table.Th scope="col">Owner</Table.Th>
            <Table.Th scope="col">Last news</Table.Th>
            <Table.Th scope="col">Progress</Table.Th>
            <Table.Th scope="col">Stage and kind</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.items.map((goal) => (
            <Table.Tr key={goal.id}>
              <Table.Td className={classes.titleCell}>
                <GoalLink id={goal.id} title={goal.title} />
              </Table.Td>
              <Table.Td data-label="Owner">
                <Owner owner={goal.owner} />
              </Table.Td>
              <Table.Td data-label="Last news">{lastNewsText(goal)}</Table.Td>
              <Table.Td data-label="Progress">
                <ProgressBar
                  figure={goal.progress}
                  label={`Progress of ${goal.title ?? 'the goal'}`}
                />
              </Table.Td>
              <Table.Td data-label="Stage and kind">
                <StageBadges goal={goal} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Pages page={shown.page} pages={shown.pages} onPage={onPage} />
    </>
  );
}

function lastNewsText({ daysSinceCheckIn, lastCheckInAt, cadenceDays }: StaleGoal): string {
  const cadence = `wanted every ${cadenceDays} days`;
  if (daysSinceCheckIn === null || lastCheckInAt === null) return `never; ${cadence}`;
  const days = daysSinceCheckIn === 1 ? 'day' : 'days';
  return `${daysSinceCheckIn} ${days} ago, on ${dayText(lastCheckInAt)} UTC; ${cadence}`;
}
