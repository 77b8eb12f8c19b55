import { lazy } from 'react';
import type { Review } from '../api/types.ts';
import { OpenedForms, ReasonForm } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import { ratingText } from '../text/calibration.ts';

const StepForm = lazy(async () => {
  const { StepForm: form } = await import('../forms/review-forms.tsx');
  return { default: form };
});

interface ActionsProps {
  readonly review: Review;
  readonly me: string;
}

const finalising =
  'You answer for it, and not what was worked out. After that nobody changes it, whoever they are, ' +
  'but by reopening it.';

/** What is done about a review by whom it is about, and by who answers for it. */
export function Actions({ review, me }: ActionsProps) {
  const offers = me === review.subject ? ofSubject(review) : ofManager(review, me);
  return offers.length === 0 ? null : <OpenedForms offers={offers} />;
}

function ofSubject({ id: reviewId, stage }: Review) {
  const acknowledge = {
    label: 'Acknowledge',
    form: (close: Close) => (
      <ReasonForm
        title="Say that you have seen it"
        submit="Acknowledge it"
        meaning="It says that you have seen it, and not that you agree."
        isOptional
        command={(comment) => ({
          ...{ do: 'acknowledge-review', reviewId },
          body: comment === '' ? {} : { comment },
        })}
        done="It is acknowledged."
        onClose={close}
      />
    ),
  };
  const dispute = {
    label: 'Dispute',
    form: (close: Close) => (
      <ReasonForm
        title="Dispute the review"
        submit="Dispute it"
        meaning="Somebody who has no part in it judges. Until then nothing is paid by it."
        command={(reason) => ({ do: 'dispute-review', reviewId, body: { reason } })}
        done="It is disputed."
        onClose={close}
      />
    ),
  };
  if (stage === 'shared' || stage === 'unacknowledged') return [acknowledge, dispute];
  return stage === 'acknowledged' ? [dispute] : [];
}

function ofManager({ id: reviewId, stage, rating, manager }: Review, me: string) {
  if (me !== manager) return [];
  const isReady = stage === 'manager-submitted' || stage === 'calibrated';
  if (isReady && rating !== null) {
    return [
      {
        label: 'Finalise',
        form: (close: Close) => (
          <StepForm
            title={`Say that the rating is ${ratingText(rating)}`}
            submit="Finalise it"
            meaning={finalising}
            request={{ do: 'finalise-review', reviewId, body: { rating } }}
            done="It is finalised."
            onClose={close}
          />
        ),
      },
    ];
  }
  if (stage !== 'finalised') return [];
  return [
    {
      label: 'Share',
      form: (close: Close) => (
        <StepForm
          title="Share the review with whom it is about"
          submit="Share it"
          meaning="They read it from then on, and acknowledge or dispute it."
          request={{ do: 'share-review', reviewId, body: {} }}
          done="It is shared."
          onClose={close}
        />
      ),
    },
  ];
}
