import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { whyQuery } from '../api/review-queries.ts';
import type { ReviewWhy } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { ratingText, shiftText } from '../text/calibration.ts';
import { leafText } from '../text/reviews.ts';
import ownClasses from './reviews.module.css';

/** Why a score is what it is: fetched when it is asked for, as a look at it is recorded. */
export function Why({ reviewId }: { readonly reviewId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        Why this number?
      </Button>
      {isOpen ? <Told reviewId={reviewId} /> : null}
    </>
  );
}

function Told({ reviewId }: { readonly reviewId: string }) {
  const found = useQuery(whyQuery(reviewId));
  if (found.isPending) return <Awaited what="the reasons" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  if (found.data === null) return <Empty>There is no score yet.</Empty>;
  return <Parts why={found.data} />;
}

/** What each part comes to; all of it together is the score, to the last digit. */
function Parts({ why: { total, parts } }: { readonly why: ReviewWhy }) {
  return (
    <>
      <ul className={ownClasses.story} aria-label="Why this number">
        {parts.map(({ part, points, leaves }, at) => (
          <li key={part ?? `rest ${at}`}>
            <bdi>{part ?? 'Scale and rounding'}</bdi>:{' '}
            <strong className="pl-number">{shiftText(points)}</strong>
            <ul>
              {leaves.map((leaf, place) => (
                <li key={`${leaf.kind} ${leaf.fact?.id ?? place}`} className={classes.dim}>
                  <bdi>{leafText(leaf)}</bdi>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className={classes.dim}>Together they are exactly {ratingText(total)}.</p>
    </>
  );
}
