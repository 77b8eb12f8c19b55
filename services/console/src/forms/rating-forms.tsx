import { Alert, Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/queries.ts';
import type { Review } from '../api/types.ts';
import { ratingText, reasonOptions, type ReasonCode } from '../text/calibration.ts';
import { notRatedTexts } from '../text/reviews.ts';
import { useProblemAt } from './command-form.tsx';
import { ChoiceField, NumberField, ReasonField, SureField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

interface RatingProps {
  readonly review: Review;
  readonly onClose: Close;
}

export function OverrideForm({ review, onClose }: RatingProps) {
  const { id: reviewId, rating, score } = review;
  const [from, setFrom] = useState(rating);
  const [to, setTo] = useState('');
  const [reasonCode, setReasonCode] = useState<ReasonCode | ''>('');
  const [reason, setReason] = useState('');
  const { min = 0, max = 0 } = score?.scale ?? {};
  const span = `from ${ratingText(min)} to ${ratingText(max)}`;
  return (
    <OpenedForm
      title="Override the rating"
      submit="Override it"
      done="The rating is overridden."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const given = Math.round(form.number('/to', to, 'Rating') * 1_000_000);
        if (form.problems.length === 0 && (given < min || given > max)) {
          form.refuse('/to', `Rating: give one ${span}.`);
        }
        if (reasonCode === '') form.refuse('/reasonCode', 'Reason: please choose one.');
        const told = form.text('/reason', reason, 'In words').trim();
        if (form.problems.length > 0 || reasonCode === '') return form.problems;
        const body = { from, to: given, reasonCode, reason: told };
        return { do: 'override-rating', reviewId, body };
      }}
    >
      <Text size="sm">
        It stands beside what was worked out, and both are kept. Whom it is about reads it with its
        reason, once the review is shared.
      </Text>
      <Moved review={review} from={from} onSeen={setFrom} />
      <NumberField
        pointer="/to"
        label="Rating"
        description={`A rating ${span}, instead of ${ratingText(from)}.`}
        value={to}
        onChange={setTo}
        required
      />
      <ChoiceField
        pointer="/reasonCode"
        label="Reason"
        options={reasonOptions}
        value={reasonCode}
        onChange={setReasonCode}
        required
      />
      <ReasonField label="In words" value={reason} onChange={setReason} />
    </OpenedForm>
  );
}

interface MovedProps {
  readonly review: Review;
  /** What stood when its writer looked. */
  readonly from: number | null;
  readonly onSeen: (rating: number | null) => void;
}

/** Another rating stands than was looked at: it is replaced by nobody who has not seen it. */
function Moved({ review: { id: reviewId, rating }, from, onSeen }: MovedProps) {
  const isRefused = useProblemAt('/from') !== undefined;
  useEffect(() => {
    // What stands is read anew: it is on the page, with the reason that was given for it.
    if (isRefused) void queryClient.invalidateQueries({ queryKey: ['review', reviewId] });
  }, [isRefused, reviewId]);
  if (rating === from) return null;
  return (
    <Alert role="alert" color="yellow" variant="light" title="The rating has changed meanwhile">
      <p>
        It was {ratingText(from)} when you looked, and is {ratingText(rating)} now. Nothing of yours
        was recorded yet.
      </p>
      <Button size="xs" onClick={() => onSeen(rating)}>
        Override {ratingText(rating)}
      </Button>
    </Alert>
  );
}

type Cause = keyof typeof notRatedTexts;

const causes = (Object.keys(notRatedTexts) as Cause[]).map((value) => {
  return { value, label: notRatedTexts[value] };
});
const noNumber = 'There is to be no rating';

/** No number, rather than one that says what was not seen. */
export function NotRatedForm({ review: { id: reviewId }, onClose }: RatingProps) {
  const [cause, setCause] = useState<Cause | ''>('');
  const [isSure, setIsSure] = useState(false);
  return (
    <OpenedForm
      title="Declare that it is not rated"
      submit="Declare it"
      done="It is not rated."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        if (cause === '') form.refuse('/cause', 'Reason: please choose one.');
        form.sure(isSure, noNumber);
        if (form.problems.length > 0 || cause === '') return form.problems;
        return { do: 'declare-not-rated', reviewId, body: { cause } };
      }}
    >
      <Text size="sm">
        What was written stays. After that nobody changes it, whoever they are, but by reopening it.
      </Text>
      <ChoiceField
        pointer="/cause"
        label="Reason"
        options={causes}
        value={cause}
        onChange={setCause}
        required
      />
      <SureField label={noNumber} value={isSure} onChange={setIsSure} />
    </OpenedForm>
  );
}
