import { Anchor, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reviewsQuery, templateQuery, type ReviewsOf } from '../api/review-queries.ts';
import type { ReviewLine } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { CycleName } from '../cycles/cycle-name.tsx';
import { MoreButton } from '../parts/more-button.tsx';
import { PersonLink, PersonName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { dueOf, isWriting, stageTexts, wordOf, type ReviewRole } from '../text/reviews.ts';
import { dayText, spanText } from '../text/times.ts';

/** What one is to write, what is about oneself, and what one answers for. */
export function ReviewsPage() {
  return (
    <>
      <Title order={1} size="h2">
        My reviews
      </Title>
      <Reviews of="owed" title="To be written by me" none="Nobody waits for anything of yours." />
      <Reviews of="own" title="About me" none="No review is about you yet." />
      <Reviews of="led" title="That I answer for" none="You answer for no review." />
    </>
  );
}

interface ReviewsProps {
  readonly of: ReviewsOf;
  readonly title: string;
  readonly none: string;
}

function Reviews({ of, title, none }: ReviewsProps) {
  const found = useInfiniteQuery(reviewsQuery(of));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-labelledby={`${of}-title`}>
      <h2 id={`${of}-title`} className={classes.title}>
        {title}
      </h2>
      {found.isPending ? <Awaited what="reviews" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data !== undefined && items.length === 0 ? <Empty>{none}</Empty> : null}
      <ul className={classes.list} aria-label={title}>
        {items.map((one) => (
          <li key={one.id} className={classes.entry}>
            <Entry review={one} isOwed={of === 'owed'} />
          </li>
        ))}
      </ul>
      <MoreButton found={found} />
    </section>
  );
}

function Entry({ review, isOwed }: { readonly review: ReviewLine; readonly isOwed: boolean }) {
  const { id, cycleId, subject, manager, period, template, stage } = review;
  const { own, behalf } = useSelf();
  const me = behalf ?? own;
  const title = useQuery(templateQuery(template)).data;
  const role: ReviewRole = me === subject ? 'self' : me === manager ? 'manager' : 'peer';
  return (
    <article>
      <p className={classes.entryHead}>
        {stage === null ? null : (
          <span className={classes.badge} data-open={isWriting(review) || undefined}>
            {stageTexts[stage]}
          </span>
        )}
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/reviews/$reviewId" params={{ reviewId: id }} {...props} />
            )}
          >
            {me === subject ? 'My own' : <PersonName person={subject} />},{' '}
            <CycleName cycleId={cycleId} />
          </Anchor>
        </strong>
        <span>
          <Said
            text={title === undefined ? '…' : wordOf(title, 'title', navigator.language)}
            missing="a form without a title"
          />
        </span>
        <span className={classes.dim}>{spanText(period.from, period.to)}</span>
      </p>
      <p className={classes.dim}>
        {isOwed ? <>Due on {dayText(dueOf(review, role))}. </> : null}
        {manager === null || me === manager ? null : (
          <>
            <PersonLink person={manager} /> answers for it.
          </>
        )}
      </p>
    </article>
  );
}
