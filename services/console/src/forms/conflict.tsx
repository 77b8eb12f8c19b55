import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CommandRequest } from '../api/commands.ts';
import type { ProblemBody } from '../api/problems.ts';
import { goalQuery, historyQuery } from '../api/queries.ts';
import { ActorName } from '../parts/people.tsx';
import { changesOf, factTitle, namesOf } from '../text/history.ts';
import { instantText } from '../text/times.ts';
import classes from './forms.module.css';
import { RecordNow } from './record-now.tsx';

interface ConflictProps {
  readonly problem: ProblemBody;
  readonly request: CommandRequest | undefined;
  /** Sends the same once more, on top of the revision that has been shown. */
  readonly sendAnew: (revision: number) => void;
}

/** Someone else was quicker: what they changed, before one's own goes on top of it. */
export function ConflictNotice({ problem, request, sendAnew }: ConflictProps) {
  if (request === undefined || !('revision' in request)) return null;
  if (!('goalId' in request)) {
    return (
      <Alert role="alert" color="yellow" variant="light" title="It has changed meanwhile">
        <RecordNow request={request} sendAnew={sendAnew} />
      </Alert>
    );
  }
  return (
    <Alert role="alert" color="yellow" variant="light" title="The goal has changed meanwhile">
      <Newer request={request} problem={problem} sendAnew={sendAnew} />
    </Alert>
  );
}

type OnGoal = Extract<CommandRequest, { readonly goalId: string }>;

function Newer({ request, sendAnew }: ConflictProps & { readonly request: OnGoal }) {
  const { goalId, revision } = request;
  // Asked for anew: what is in the cache is what the person acted on.
  const fresh = { staleTime: 0, refetchOnMount: 'always' } as const;
  const history = useQuery({ ...historyQuery(goalId), ...fresh });
  const goal = useQuery({ ...goalQuery(goalId, {}), ...fresh });
  if (history.isFetching || goal.isFetching) return <>Finding out what changed…</>;
  if (history.data === undefined || goal.data === undefined) {
    return <>What changed could not be fetched. Reload the page to see it.</>;
  }
  const newer = history.data.items.filter((item) => {
    return item.stream.endsWith(goalId) && item.revision > revision;
  });
  const names = namesOf(goal.data.goal);
  const seen = Math.max(revision, ...newer.map((item) => item.revision));
  return (
    <>
      Nothing of yours was recorded yet. Since you opened this form:
      <ul className={classes.errors}>
        {newer.map((item) => (
          <li key={item.factId}>
            {factTitle(item.type)} by <ActorName by={item.by} />, {instantText(item.recordedAt)}
            <ul>
              {changesOf(item, names).map(({ label, before, after }) => (
                <li key={label}>
                  <bdi>{label}</bdi>: <bdi>{before ?? 'nothing'}</bdi> →{' '}
                  <bdi>{after ?? 'nothing'}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <Button size="xs" onClick={() => sendAnew(seen)}>
        Send mine on top of it
      </Button>
    </>
  );
}
