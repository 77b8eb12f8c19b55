import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reviewQuery, templateQuery } from '../api/review-queries.ts';
import type { Review, ReviewTemplateVersion } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { CycleName } from '../cycles/cycle-name.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { isWriting, stageTexts, wordOf, type ReviewRole } from '../text/reviews.ts';
import { dayText, spanText } from '../text/times.ts';
import { Actions } from './actions.tsx';
import { Asked } from './asked.tsx';
import { Evidence } from './evidence.tsx';
import { Outcome } from './outcome.tsx';
import ownClasses from './reviews.module.css';
import { Sections } from './sections.tsx';
import { Writing } from './writing.tsx';

/** One review: what one writes in it, what others wrote as far as one may see, what came of it. */
export function ReviewPage() {
  const { reviewId } = useParams({ from: '/reviews/$reviewId' });
  const found = useQuery(reviewQuery(reviewId));
  const { own, behalf } = useSelf();
  if (found.isPending) return <Awaited what="the review" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  return <Found review={found.data} me={behalf ?? own} />;
}

function Found({ review, me }: { readonly review: Review; readonly me: string }) {
  const template = useQuery(templateQuery(review.template));
  if (template.isPending) return <Awaited what="the form" error={template.failureReason} />;
  if (template.isError) {
    return <Failure error={template.error} reset={() => void template.refetch()} />;
  }
  const role = review.writes?.role;
  return (
    <>
      <Head review={review} template={template.data} me={me} />
      {role === undefined ? (
        <Over review={review} />
      ) : (
        <div className={ownClasses.desk} data-alone={!isShownEvidence(role) || undefined}>
          {isShownEvidence(role) ? <Evidence reviewId={review.id} /> : null}
          <Writing key={review.id} review={review} template={template.data} role={role} me={me} />
        </div>
      )}
      <Actions review={review} />
      <Asked review={review} />
      <Outcome review={review} />
      <Sections review={review} template={template.data} />
    </>
  );
}

/** Who only writes is told that it is over, and not how: that is between others. */
function Over({ review: { seenAs } }: { readonly review: Review }) {
  if (seenAs.some((eye) => eye !== 'writer')) return null;
  return (
    <p role="note">You write nothing in this review any more. What you gave stays as it is.</p>
  );
}

/** Who is only asked to write is shown nothing of whom it is about. */
function isShownEvidence(role: ReviewRole): boolean {
  return role === 'self' || role === 'manager';
}

interface HeadProps {
  readonly review: Review;
  readonly template: ReviewTemplateVersion;
  readonly me: string;
}

function Head({ review, template, me }: HeadProps) {
  const { id, cycleId, subject, manager, period, stage, due, reviewRevision, writes } = review;
  return (
    <header>
      <Title order={1} size="h2">
        <Said
          text={wordOf(template, 'title', navigator.language)}
          missing="A form without a title"
        />
      </Title>
      <p className={classes.entryHead}>
        {stage === null ? null : (
          <span className={classes.badge} data-open={isWriting(review) || undefined}>
            {stageTexts[stage]}
          </span>
        )}
        <span>
          {me === subject ? (
            'about you'
          ) : (
            <>
              about <PersonLink person={subject} />
            </>
          )}
        </span>
        <span>
          in{' '}
          <Anchor
            inherit
            renderRoot={(props) => <Link to="/cycles/$cycleId" params={{ cycleId }} {...props} />}
          >
            <CycleName cycleId={cycleId} />
          </Anchor>
        </span>
        {manager === null ? null : (
          <span>
            answered for by <PersonLink person={manager} />
          </span>
        )}
        <span className={classes.dim}>
          {spanText(period.from, period.to)}
          {reviewRevision === null || reviewRevision === 1 ? '' : `, revision ${reviewRevision}`}
        </span>
      </p>
      <p className={classes.dim}>
        {writes === null ? '' : `You are waited for by ${dayText(writes.due)}. `}
        Due: own part {dayText(due.self)}, peers {dayText(due.peer)}, manager {dayText(due.manager)}
        , acknowledged by {dayText(due.acknowledge)}
      </p>
      <p>
        <Anchor
          renderRoot={(props) => (
            <Link to="/reviews/$reviewId/story" params={{ reviewId: id }} {...props} />
          )}
        >
          Everything that happened, and the review to print
        </Anchor>
      </p>
    </header>
  );
}
