import { Anchor, Button, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../api/problems.ts';
import { goalQuery, historyQuery } from '../api/queries.ts';
import type { GoalDetail, HistoryItem } from '../api/types.ts';
import { Failure, Loading } from '../parts/states.tsx';
import { TimeSlider } from '../parts/time-slider.tsx';
import { useTimeTravel } from '../parts/use-time.ts';
import type { GoalSearch } from '../search.ts';
import { namesOf } from '../text/history.ts';
import { instantText } from '../text/times.ts';
import { factsUpTo } from '../time/moments.ts';
import { Actions } from './actions.tsx';
import { ClosedCard, GoalHead } from './goal-head.tsx';
import classes from './goal.module.css';
import { Indicators } from './indicators.tsx';
import { KeyResults } from './key-results.tsx';
import { Timeline } from './timeline.tsx';

export function GoalPage() {
  const { goalId } = useParams({ from: '/goals/$goalId' });
  const present = useQuery(goalQuery(goalId, {}));
  const history = useQuery(historyQuery(goalId));
  const failed = present.error ?? history.error;
  const again = () => {
    void present.refetch();
    void history.refetch();
  };
  return (
    <>
      <Text size="sm" mb="xs">
        <Anchor renderRoot={(props) => <Link to="/" {...props} />}>← Goals</Anchor>
      </Text>
      {failed === null ? null : <Failure error={failed} reset={again} />}
      {failed === null && (present.isPending || history.isPending) ? (
        <Loading label="Loading the goal…" />
      ) : null}
      {present.data === undefined || history.data === undefined ? null : (
        <Goal
          key={goalId}
          present={present.data.goal}
          position={present.data.position}
          items={history.data.items}
        />
      )}
    </>
  );
}

interface GoalProps {
  readonly present: GoalDetail;
  readonly position: string | null;
  readonly items: readonly HistoryItem[];
}

function Goal({ present, position, items }: GoalProps) {
  const { asOf, effectiveAt } = useSearch({ from: '/goals/$goalId' });
  const navigate = useNavigate({ from: '/goals/$goalId' });
  const tell = (search: GoalSearch) => navigate({ search, replace: true });
  const time = useTimeTravel(items, { asOf, effectiveAt, tell });
  const { times, moments, at } = time;
  const past = times.asOf !== undefined || times.effectiveAt !== undefined;
  const then = useQuery({
    ...goalQuery(present.id, times),
    enabled: past,
    placeholderData: keepPreviousData,
  });
  const shown = past ? then.data : { goal: present, position };
  const waiting = past && (then.isPending || then.isPlaceholderData);
  const there = at === undefined ? undefined : factsUpTo(moments, at);
  return (
    <div className={classes.page}>
      {shown === undefined ? null : <GoalHead goal={shown.goal} />}
      <TimeSlider time={time} subject="goal" position={shown?.position ?? null} waiting={waiting} />
      {past ? <PastNotice at={at} back={() => time.go(undefined)} /> : <Actions goal={present} />}
      {past && then.isError ? <NotThere error={then.error} /> : null}
      {shown === undefined && waiting ? <Loading label="Loading the earlier state…" /> : null}
      {shown === undefined || (past && then.isError) ? null : (
        <div className={classes.state} data-waiting={waiting || undefined}>
          {shown.goal.closed === null ? null : <ClosedCard closed={shown.goal.closed} />}
          <KeyResults goal={shown.goal} changeable={!past} />
          <Indicators goal={shown.goal} />
        </div>
      )}
      <Timeline
        items={items}
        names={namesOf(present)}
        there={there}
        onShow={(item) => time.go(Date.parse(timeOf(item, time.mode)))}
      />
    </div>
  );
}

function timeOf(item: HistoryItem, mode: 'recorded' | 'effective'): string {
  return mode === 'recorded' ? item.recordedAt : item.effectiveAt;
}

function PastNotice({ at, back }: { readonly at: number | undefined; readonly back: () => void }) {
  return (
    <div className={classes.past}>
      <span>
        You are looking at an earlier state
        {at === undefined ? '' : `, of ${instantText(at)}`}. It can be read, not changed.
      </span>
      <Button size="compact-sm" variant="default" onClick={back}>
        Back to now
      </Button>
    </div>
  );
}

function NotThere({ error }: { readonly error: Error }) {
  const absent = error instanceof ApiProblem && error.problem.status === 404;
  if (!absent) return <Failure error={error} />;
  return (
    <Text my="md" role="status">
      The goal did not exist at that time.
    </Text>
  );
}
