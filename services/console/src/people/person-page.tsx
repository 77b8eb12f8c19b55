import { Anchor, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { managersQuery, personQuery } from '../api/people-queries.ts';
import type { PersonCard } from '../api/types.ts';
import { DayFilter } from '../parts/filters.tsx';
import { PersonLink, PresenceBadge } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { PeopleSearch } from '../search.ts';
import { TeamMembers } from '../team/team-members.tsx';
import { MemberGoals } from '../team/member-goals.tsx';
import { useSelf } from '../team/use-self.ts';
import { PersonHead } from './person-head.tsx';
import { PersonHistory } from './person-history.tsx';
import classes from './people.module.css';
import { Readers } from './readers.tsx';

export function PersonPage() {
  const { person } = useParams({ from: '/people/$person' });
  const { on, all = false } = useSearch({ from: '/people/$person' });
  const navigate = useNavigate({ from: '/people/$person' });
  const { own } = useSelf();
  const found = useQuery({ ...personQuery(person, on), placeholderData: keepPreviousData });
  const sheet = found.data?.person;
  const change = (changed: { on?: string | undefined; all?: true | undefined }) => {
    const next = (before: PeopleSearch) => ({ ...before, ...changed }) as PeopleSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Anchor
          size="sm"
          renderRoot={(props) => (
            <Link to="/people" search={on === undefined ? {} : { on }} {...props} />
          )}
        >
          ← People
        </Anchor>
        <DayFilter
          key={on ?? ''}
          label="As of the day"
          day={on}
          onChange={(day) => change({ on: day })}
        />
      </div>
      {found.isPending ? <Awaited what="the person" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {sheet === undefined || found.isError || sheet.person !== person ? null : (
        <>
          <PersonHead person={sheet} on={on} />
          <ManagersUpward person={person} on={on} />
          <section className={classes.section} aria-labelledby="team-title">
            <h2 id="team-title" className={classes.sectionTitle}>
              Team
            </h2>
            <TeamMembers
              key={person}
              person={person}
              on={on}
              all={all}
              onAll={(wanted) => change({ all: wanted ? true : undefined })}
            />
          </section>
          <section className={classes.section} aria-labelledby="goals-title">
            <h2 id="goals-title" className={classes.sectionTitle}>
              Goals
            </h2>
            <MemberGoals person={person} />
          </section>
          {sheet.details === undefined ? null : (
            <PersonHistory key={person} person={person} isOwn={person === own} />
          )}
          {person === own ? <Readers person={own} /> : null}
        </>
      )}
    </>
  );
}

interface UpwardProps {
  readonly person: string;
  readonly on: string | undefined;
}

/** From the nearest manager to the top. */
function ManagersUpward({ person, on }: UpwardProps) {
  const found = useQuery(managersQuery(person, on));
  return (
    <section className={classes.section} aria-labelledby="managers-title">
      <h2 id="managers-title" className={classes.sectionTitle}>
        Managers, upward
      </h2>
      {found.isPending ? <Text c="dimmed">Loading…</Text> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? <Empty>Nobody stands above on that day.</Empty> : null}
      <ol className={classes.line}>
        {(found.data ?? []).map((manager: PersonCard) => (
          <li key={manager.person}>
            <span className={classes.entryHead}>
              <PersonLink person={manager.person} name={manager.name} on={on} />
              <PresenceBadge person={manager} />
              <span className={classes.dim}>
                <Said text={manager.post} missing="no post" />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
