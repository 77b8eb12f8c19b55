import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { standsInForQuery } from '../api/people-queries.ts';
import { ApiProblem } from '../api/problems.ts';
import { actFor } from '../behalf.ts';
import { PersonLink, PersonName } from '../parts/people.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { actionsText } from '../text/person-history.ts';
import classes from './team.module.css';
import { useSelf } from './use-self.ts';

/** For whom the one who is signed in stands in today, and the way to do so. */
export function StandingIn() {
  const { own, behalf } = useSelf();
  const found = useQuery(standsInForQuery(own));
  const unknown = found.error instanceof ApiProblem && found.error.problem.status === 404;
  return (
    <section className={classes.section} aria-labelledby="standing-in-title">
      <h2 id="standing-in-title" className={classes.title}>
        You stand in for
      </h2>
      {found.isPending ? <Loading label="Loading for whom you stand in…" /> : null}
      {found.isError && !unknown ? (
        <Failure error={found.error} reset={() => void found.refetch()} />
      ) : null}
      {unknown || found.data?.length === 0 ? (
        <Empty>Nobody today. Whoever is away names who stands in for them.</Empty>
      ) : null}
      <ul className={classes.list}>
        {(found.data ?? []).map(({ person, actions }) => (
          <li key={person} className={classes.entry}>
            <span>
              <PersonLink person={person} />{' '}
              <span className={classes.dim}>{actionsText(actions)}</span>
            </span>
            {person === behalf ? (
              <strong>You act for them now</strong>
            ) : (
              <Button size="compact-sm" variant="default" onClick={() => actFor(person)}>
                Act for <PersonName person={person} />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
