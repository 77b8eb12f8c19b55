import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { reviewsOfCycleQuery } from '../api/cycle-queries.ts';
import type { ReviewCycle, ReviewLine } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms, ReasonForm } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { canBeCancelled, countsOf, stepAfter, takesJoiners, unsettledOf } from '../text/cycles.ts';
import { ReviewsOfCycle } from './reviews-of-cycle.tsx';
import { SessionsOfCycle } from './sessions-of-cycle.tsx';

const StepForm = lazy(async () => {
  const { StepForm: form } = await import('../forms/review-forms.tsx');
  return { default: form };
});

const LateJoinerForm = lazy(async () => {
  const { LateJoinerForm: form } = await import('../forms/cycle-forms.tsx');
  return { default: form };
});

interface RunningProps {
  readonly cycle: ReviewCycle;
}

/** The next step with what it needs, for HR partners; and the reviews that the reader may see. */
export function Running({ cycle }: RunningProps) {
  const isHr = useRoles().has('hr-partner');
  const found = useQuery(reviewsOfCycleQuery(cycle));
  const { items = [], more = false } = found.data ?? {};
  const isThere = cycle.stage !== 'planned' && (found.data === undefined || items.length > 0);
  return (
    <>
      {isHr ? <Offers cycle={cycle} /> : null}
      {cycle.stage === 'planned' ? null : <SessionsOfCycle cycle={cycle} reviews={items} />}
      {isThere ? (
        <section className={classes.section} aria-labelledby="reviews-title">
          <h2 id="reviews-title" className={classes.title}>
            Reviews that you may see
          </h2>
          {found.isPending ? <Awaited what="reviews" error={found.failureReason} /> : null}
          {found.isError ? (
            <Failure error={found.error} reset={() => void found.refetch()} />
          ) : null}
          <Counts cycle={cycle} reviews={items} more={more} />
          <ReviewsOfCycle reviews={items} />
        </section>
      ) : null}
    </>
  );
}

function Offers({ cycle }: RunningProps) {
  const { id: cycleId } = cycle;
  const next = stepAfter(cycle);
  const step = {
    label: next?.label ?? '',
    form: (close: Close) =>
      next === undefined ? null : (
        <StepForm
          title={next.label}
          submit="Do it"
          meaning={next.meaning}
          request={{ do: 'take-step', cycleId, step: next.step, body: {} }}
          done={next.done}
          onClose={close}
        />
      ),
  };
  const join = {
    label: 'Add who came late',
    form: (close: Close) => <LateJoinerForm cycleId={cycleId} onClose={close} />,
  };
  const cancel = {
    label: 'Cancel it',
    form: (close: Close) => (
      <ReasonForm
        title="Cancel the cycle"
        submit="Cancel the cycle"
        meaning="Its reviews are written no more. One with a review that is finalised is not cancelled."
        command={(reason) => ({ do: 'cancel-cycle', cycleId, body: { reason } })}
        done="It is cancelled."
        onClose={close}
      />
    ),
  };
  const offers = [
    ...(next === undefined ? [] : [step]),
    ...(takesJoiners(cycle) ? [join] : []),
    ...(canBeCancelled(cycle) ? [cancel] : []),
  ];
  return offers.length === 0 ? null : <OpenedForms isMain offers={offers} />;
}

interface CountsProps extends RunningProps {
  readonly reviews: readonly ReviewLine[];
  /** There are more than were fetched. */
  readonly more: boolean;
}

function Counts({ cycle, reviews, more }: CountsProps) {
  const waited = unsettledOf(reviews).length;
  return (
    <>
      <ul className={classes.links} aria-label="How far they are">
        {countsOf(reviews).map(({ text, n }) => (
          <li key={text} className="pl-number">
            {text}: {n}
            {more ? ' at least' : ''}
          </li>
        ))}
      </ul>
      {cycle.stage === 'calibrating' && waited > 0 ? (
        <p className={`${classes.dim} pl-number`}>
          A lock waits for {waited} {waited === 1 ? 'review that is' : 'reviews that are'} not
          final.
        </p>
      ) : null}
    </>
  );
}
