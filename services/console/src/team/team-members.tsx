import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { teamQuery, unitsQuery } from '../api/people-queries.ts';
import type { PersonCard } from '../api/types.ts';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { peopleCounts } from '../people/people-list.ts';
import { namesOf, PeopleTable } from '../people/people-table.tsx';
import { MemberGoals } from './member-goals.tsx';
import classes from './team.module.css';

interface TeamProps {
  readonly person: string;
  readonly on: string | undefined;
  readonly all: boolean;
  readonly onAll: (all: boolean) => void;
}

/** Who answers to a person: directly, or everybody below; their goals one click away. */
export function TeamMembers({ person, on, all, onAll }: TeamProps) {
  const found = useQuery(teamQuery(person, all, on));
  const [page, setPage] = useState(1);
  return (
    <>
      <SegmentedControl
        size="sm"
        aria-label="Who is shown"
        value={all ? 'all' : 'direct'}
        onChange={(chosen) => {
          setPage(1);
          onAll(chosen === 'all');
        }}
        data={[
          { value: 'direct', label: 'Direct reports' },
          { value: 'all', label: 'Everybody below' },
        ]}
      />
      {found.isPending ? <Awaited what="the team" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <Members
          people={found.data.items}
          more={found.data.more}
          on={on}
          page={page}
          onPage={setPage}
        />
      )}
    </>
  );
}

interface MembersProps {
  readonly people: readonly PersonCard[];
  readonly more: boolean;
  readonly on: string | undefined;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

function Members({ people, more, on, page, onPage }: MembersProps) {
  const units = useQuery(unitsQuery(on)).data?.items;
  const unitNames = useMemo(() => new Map(units?.map((one) => [one.unit, one.name])), [units]);
  const names = useMemo(() => namesOf(people), [people]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const id = useId();
  const { here, away } = peopleCounts(people);
  const shown = pageOf(people, page);
  if (people.length === 0) return <Empty>Nobody answers to this person on that day.</Empty>;
  const toggle = (person: string) => {
    const next = new Set(open);
    if (!next.delete(person)) next.add(person);
    setOpen(next);
  };
  const goalsOf = ({ person, name }: PersonCard) => {
    const isOpen = open.has(person);
    const panel = `${id}-${person}`;
    const said = name ?? person;
    return {
      cell: (
        <UnstyledButton
          className={classes.goals}
          aria-expanded={isOpen}
          aria-controls={panel}
          aria-label={`${isOpen ? 'Close the goals' : 'Goals'} of ${said}`}
          onClick={() => toggle(person)}
        >
          <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span> Goals
        </UnstyledButton>
      ),
      below: isOpen ? (
        <div id={panel} role="region" aria-label={`Goals of ${said}`}>
          <MemberGoals person={person} />
        </div>
      ) : null,
    };
  };
  return (
    <>
      <p className={`${classes.summary} pl-number`} aria-live="polite">
        <strong>
          {people.length} {people.length === 1 ? 'person' : 'people'}
        </strong>
        {more ? ' of those fetched; there are more' : ''}
        {` · ${here} here · ${away} on leave`}
      </p>
      <PeopleTable
        label="Team"
        people={shown.items}
        on={on}
        names={names}
        unitNames={unitNames}
        more={goalsOf}
      />
      <Pages page={shown.page} pages={shown.pages} onPage={onPage} />
    </>
  );
}
