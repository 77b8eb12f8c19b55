import type { Review } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { ratingText, reasonText } from '../text/calibration.ts';
import { shareText } from '../text/figures.ts';
import { disputeTexts, notRatedTexts, standingText } from '../text/reviews.ts';
import { instantText } from '../text/times.ts';
import ownClasses from './reviews.module.css';
import { Why } from './why.tsx';

const outcomeTexts: Readonly<Record<Review['outcomes'][number]['what'], string>> = {
  shared: 'Shared',
  acknowledged: 'Acknowledged: seen, which is not agreed',
  unacknowledged: 'Not acknowledged in time',
  disputed: 'Disputed',
  resolved: 'The dispute was resolved',
  closed: 'Closed',
  reopened: 'Reopened',
  repinned: 'Bound to other evidence',
  withdrawn: 'Withdrawn',
};

/** The rating with how it came about: computed, calibrated, overridden, and said by a human. */
export function Outcome({ review }: { readonly review: Review }) {
  const { rating, score, calibrations, overrides, final, outcomes, segments } = review;
  const counted = segments.filter(({ days }) => days > 0);
  if (score === null && rating === null && final === null && outcomes.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="outcome-title">
      <h2 id="outcome-title" className={classes.title}>
        What came of it
      </h2>
      <p>
        <strong className="pl-number">{standingText(review)}</strong>
        {final === null || final.cause === null ? '' : `: ${notRatedTexts[final.cause]}`}
        {final === null ? null : (
          <span className={classes.dim}>
            {' '}
            said by <ActorName by={final.by} />, {instantText(final.at)}
          </span>
        )}
      </p>
      <ol className={ownClasses.story} aria-label="How the rating came about">
        {score === null ? null : (
          <li>
            Worked out: {ratingText(score.total)} of {score.days} days
            {score.parts
              .filter(({ weight, share }) => weight !== null && share !== null)
              .map(({ part, share }) => `, ${part} ${shareText((share ?? 0) / 1_000_000)}`)}
          </li>
        )}
        {calibrations.map(({ sessionId, from, to, reasonCode, at }) => (
          <li key={`${sessionId} ${at}`}>
            Compared with others: {ratingText(from)} → {ratingText(to)}
            {from === to ? ', as it was' : `. ${reasonText(reasonCode)}`}
          </li>
        ))}
        {overrides.map(({ from, to, reasonCode, reason, at, by }) => (
          <li key={at}>
            Put beside it by <ActorName by={by} />: {ratingText(from)} → {ratingText(to)}.{' '}
            {reasonText(reasonCode)}: <Said text={reason} missing="the reason was erased" />
          </li>
        ))}
      </ol>
      {score === null ? null : <Why reviewId={review.id} />}
      {counted.length < 2 ? null : (
        <p className={classes.dim}>
          Several managers answer for it:{' '}
          {counted.map(({ manager, days }) => `${manager} for ${days} days`).join(', ')}.
        </p>
      )}
      <ol className={ownClasses.story} aria-label="Afterwards">
        {outcomes.map(({ what, at, by, reason, outcome, askedBy }) => (
          <li key={`${what} ${at}`}>
            {outcomeTexts[what]}
            {outcome === null ? '' : `: ${disputeTexts[outcome]}`}, {instantText(at)}, by{' '}
            <ActorName by={by} />
            {askedBy === null ? null : (
              <>
                , asked for by <bdi>{askedBy}</bdi>
              </>
            )}
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
