import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { cycleQuery } from '../api/cycle-queries.ts';
import { unitsQuery } from '../api/people-queries.ts';
import { templateQuery } from '../api/review-queries.ts';
import type { ReviewCycle } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import reviewClasses from '../reviews/reviews.module.css';
import { cycleStageTexts, peersText, populationText } from '../text/cycles.ts';
import { wordOf } from '../text/reviews.ts';
import { dayText, instantText, spanText } from '../text/times.ts';
import { CycleBadge } from './cycles-page.tsx';
import { Running } from './running.tsx';

/** One review cycle: what was planned, how far its reviews are, and its next step. */
export function CyclePage() {
  const { cycleId } = useParams({ from: '/cycles/$cycleId' });
  const found = useQuery(cycleQuery(cycleId));
  if (found.isPending) return <Awaited what="the cycle" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const cycle = found.data;
  return (
    <>
      <header>
        <Title order={1} size="h2">
          <Said text={cycle.title} missing="A cycle without a name" />
        </Title>
        <p className={classes.entryHead}>
          <CycleBadge cycle={cycle} />
          <span className={classes.dim}>{spanText(cycle.period.from, cycle.period.to)}</span>
        </p>
      </header>
      <Running cycle={cycle} />
      <Plan cycle={cycle} />
      <Steps cycle={cycle} />
    </>
  );
}

function Plan({ cycle }: { readonly cycle: ReviewCycle }) {
  const { template, pack, due, pin, n } = cycle;
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  const form = useQuery(templateQuery(template)).data;
  const title = form === undefined ? null : wordOf(form, 'title', navigator.language);
  const told = [
    ['Form', `${title ?? template.id}, version ${template.version}`],
    ['Rule pack', `${pack.id}, version ${pack.version}`],
    ['Who is reviewed', populationText(cycle, new Map(units.map((one) => [one.unit, one.name])))],
    ['Peers and from below', peersText(cycle)],
    [
      'By when',
      `own part ${dayText(due.self)}, peers ${dayText(due.peer)}, manager ` +
        `${dayText(due.manager)}, acknowledged by ${dayText(due.acknowledge)}`,
    ],
    [
      'Pinned',
      pin === null
        ? 'at the launch'
        : `as of ${instantText(pin.asOf)}: ${n} people, ${n - pin.n} of them later`,
    ],
  ] as const;
  return (
    <section className={classes.section} aria-labelledby="plan-title">
      <h2 id="plan-title" className={classes.title}>
        What was planned
      </h2>
      <dl className={reviewClasses.answers}>
        {told.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Steps({ cycle: { history } }: { readonly cycle: ReviewCycle }) {
  return (
    <section className={classes.section} aria-labelledby="steps-title">
      <h2 id="steps-title" className={classes.title}>
        Steps so far
      </h2>
      <ol className={reviewClasses.story} aria-labelledby="steps-title">
        {history.map(({ stage, at, by, reason }) => (
          <li key={`${stage} ${at}`}>
            {cycleStageTexts[stage]}, {instantText(at)}, by <ActorName by={by} />
            {reason === null ? null : (
              <>
                : <Said text={reason} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
