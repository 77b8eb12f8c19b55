import { lazy } from 'react';
import type { Review } from '../api/types.ts';
import { ReasonForm, type Offer } from '../feedback/opened-forms.tsx';
import type { ReasonProps } from '../forms/reason-form.tsx';
import type { StepProps } from '../forms/review-forms.tsx';
import { ratingText } from '../text/calibration.ts';
import type { ReviewAct } from '../text/review-acts.ts';

const StepForm = lazy(async () => {
  const { StepForm: form } = await import('../forms/review-forms.tsx');
  return { default: form };
});

const InviteForm = lazy(async () => {
  const { InviteForm: form } = await import('../forms/review-forms.tsx');
  return { default: form };
});

const ResolveForm = lazy(async () => {
  const { ResolveForm: form } = await import('../forms/review-forms.tsx');
  return { default: form };
});

const AllowForm = lazy(async () => {
  const { AllowForm: form } = await import('../forms/review-forms.tsx');
  return { default: form };
});

const OverrideForm = lazy(async () => {
  const { OverrideForm: form } = await import('../forms/rating-forms.tsx');
  return { default: form };
});

const NotRatedForm = lazy(async () => {
  const { NotRatedForm: form } = await import('../forms/rating-forms.tsx');
  return { default: form };
});

/** The button and the form of an act. */
export function offerOf(act: ReviewAct, review: Review): Offer {
  switch (act) {
    case 'acknowledge':
    case 'dispute':
    case 'decline':
    case 'withdraw':
      return saying(act, review);
    case 'finalise':
    case 'share':
    case 'close':
      return stepping(act, review);
    case 'invite':
      return { label: 'Invite', form: (close) => <InviteForm review={review} onClose={close} /> };
    case 'override':
      return {
        label: 'Override the rating',
        form: (close) => <OverrideForm review={review} onClose={close} />,
      };
    case 'not-rated':
      return {
        label: 'Declare it not rated',
        form: (close) => <NotRatedForm review={review} onClose={close} />,
      };
    case 'resolve':
      return {
        label: 'Resolve the dispute',
        form: (close) => <ResolveForm review={review} onClose={close} />,
      };
    case 'reopen':
    case 'repin':
      return {
        label: act === 'reopen' ? 'Reopen' : 'Let late facts count',
        form: (close) => <AllowForm what={act} review={review} onClose={close} />,
      };
  }
}

type Saying = Extract<ReviewAct, 'acknowledge' | 'dispute' | 'decline' | 'withdraw'>;

/** What is done with a word of one's own. */
function saying(act: Saying, { id: reviewId, peers, invitations }: Review): Offer {
  switch (act) {
    case 'acknowledge':
      return reasoned('Acknowledge', {
        title: 'Say that you have seen it',
        submit: 'Acknowledge it',
        meaning: 'It says that you have seen it, and not that you agree.',
        isOptional: true,
        command: (comment) => ({
          ...{ do: 'acknowledge-review', reviewId },
          body: comment === '' ? {} : { comment },
        }),
        done: 'It is acknowledged.',
      });
    case 'dispute':
      return reasoned('Dispute', {
        title: 'Dispute the review',
        submit: 'Dispute it',
        meaning: 'Somebody who has no part in it judges. Until then nothing is paid by it.',
        command: (reason) => ({ do: 'dispute-review', reviewId, body: { reason } }),
        done: 'It is disputed.',
      });
    case 'decline': {
      // Who is only asked is shown nobody's invitation but the own one.
      const role = invitations.find(({ stage }) => stage === 'open')?.role ?? 'peer';
      return reasoned('Decline', {
        title: 'Say that you do not write',
        submit: 'Decline',
        meaning:
          'You need not say why. ' +
          (peers.mode === 'named'
            ? 'You can be asked again.'
            : 'Nobody is told that you have declined, and you are not asked again.'),
        isOptional: true,
        command: (reason) => ({
          ...{ do: 'decline-invitation', reviewId },
          body: { role, ...(reason === '' ? {} : { reason }) },
        }),
        done: 'You have declined.',
      });
    }
    case 'withdraw':
      return reasoned('Withdraw', {
        title: 'Withdraw the review',
        submit: 'Withdraw it',
        meaning: 'What was written stays, and counts no more.',
        sure: 'I know that it is not reopened',
        command: (reason) => ({ do: 'withdraw-review', reviewId, body: { reason } }),
        done: 'It is withdrawn.',
      });
  }
}

/** What takes no words. */
function stepping(
  act: Extract<ReviewAct, 'finalise' | 'share' | 'close'>,
  { id: reviewId, rating }: Review,
): Offer {
  switch (act) {
    case 'finalise':
      return stepped('Finalise', {
        title: `Say that the rating is ${ratingText(rating)}`,
        submit: 'Finalise it',
        meaning:
          'You answer for it, and not what was worked out. After that nobody changes it, whoever ' +
          'they are, but by reopening it.',
        request: { do: 'finalise-review', reviewId, body: { rating: rating ?? 0 } },
        done: 'It is finalised.',
      });
    case 'share':
      return stepped('Share', {
        title: 'Share the review with whom it is about',
        submit: 'Share it',
        meaning: 'They read it from then on, and acknowledge or dispute it.',
        request: { do: 'share-review', reviewId, body: {} },
        done: 'It is shared.',
      });
    case 'close':
      return stepped('Close', {
        title: 'Close the review',
        submit: 'Close it',
        meaning: 'It is over. After that it is changed by being reopened alone.',
        request: { do: 'close-review', reviewId, body: {} },
        done: 'It is closed.',
      });
  }
}

function reasoned(label: string, told: Omit<ReasonProps, 'onClose'>): Offer {
  return { label, form: (close) => <ReasonForm {...told} onClose={close} /> };
}

function stepped(label: string, told: Omit<StepProps, 'onClose'>): Offer {
  return { label, form: (close) => <StepForm {...told} onClose={close} /> };
}
