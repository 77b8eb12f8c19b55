import { Anchor, Table, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { GoalSummary } from '../api/types.ts';
import {
  GradeBadge,
  measuresText,
  Owner,
  Pace,
  ProgressBar,
  StageBadges,
} from '../parts/figures.tsx';
import { Said } from '../parts/said.tsx';
import type { Sorting, SortKey } from './goal-list.ts';
import classes from './goals.module.css';

interface TableProps {
  readonly goals: readonly GoalSummary[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  /** The day that the list was taken at; links lead to the goal as it stood then. */
  readonly on: string | undefined;
}

const columns: readonly { readonly key: SortKey; readonly label: string }[] = [
  { key: 'title', label: 'Title' },
  { key: 'owner', label: 'Owner' },
  { key: 'kind', label: 'Stage and kind' },
  { key: 'progress', label: 'Progress' },
  { key: 'measures', label: 'Measures' },
  { key: 'pace', label: 'Pace' },
  { key: 'grade', label: 'Grade' },
];

export function GoalsTable({ goals, sorting, onSort, on }: TableProps) {
  return (
    <Table className={classes.table} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, label }) => (
            <SortHeader key={key} by={key} label={label} sorting={sorting} onSort={onSort} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {goals.map((goal) => (
          <GoalRow key={goal.id} goal={goal} on={on} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface SortHeaderProps extends Pick<TableProps, 'sorting' | 'onSort'> {
  readonly by: SortKey;
  readonly label: string;
}

function SortHeader({ by, label, sorting, onSort }: SortHeaderProps) {
  const chosen = sorting.by === by;
  const direction = sorting.down ? 'descending' : 'ascending';
  return (
    <Table.Th scope="col" aria-sort={chosen ? direction : 'none'}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort({ by, down: chosen && !sorting.down })}
      >
        {label}
        <span aria-hidden="true" className={classes.arrow}>
          {chosen ? (sorting.down ? '▼' : '▲') : ''}
        </span>
      </UnstyledButton>
    </Table.Th>
  );
}

function GoalRow({ goal, on }: { readonly goal: GoalSummary; readonly on: string | undefined }) {
  const { id, title, reference, owner, progress, measures, pace, grade, period } = goal;
  return (
    <Table.Tr>
      <Table.Td className={classes.titleCell}>
        <GoalLink id={id} title={title} on={on} />
        <span className={classes.sub}>
          {reference === null ? null : <bdi>{reference}</bdi>}
          {reference === null ? null : ' · '}
          {period.name}
        </span>
      </Table.Td>
      <Table.Td data-label="Owner">
        <Owner owner={owner} />
      </Table.Td>
      <Table.Td data-label="Stage and kind">
        <StageBadges goal={goal} />
      </Table.Td>
      <Table.Td data-label="Progress">
        <ProgressBar figure={progress} label={`Progress of ${title ?? 'the goal'}`} />
      </Table.Td>
      <Table.Td data-label="Measures">
        <span className="pl-number">{measuresText(measures)}</span>
      </Table.Td>
      <Table.Td data-label="Pace">
        <Pace pace={pace} />
      </Table.Td>
      <Table.Td data-label="Grade">
        <GradeBadge grade={grade} />
      </Table.Td>
    </Table.Tr>
  );
}

interface GoalLinkProps {
  readonly id: string;
  readonly title: string | null;
  readonly on?: string | undefined;
}

export function GoalLink({ id, title, on }: GoalLinkProps) {
  const search = on === undefined ? {} : { effectiveAt: `${on}T23:59:59.999Z` };
  return (
    <Anchor
      className={classes.goalLink}
      renderRoot={(props) => (
        <Link to="/goals/$goalId" params={{ goalId: id }} search={search} {...props} />
      )}
    >
      <Said text={title} missing="Untitled goal" />
    </Anchor>
  );
}
