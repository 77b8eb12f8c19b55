import { Text } from '@mantine/core';
import { useState } from 'react';
import type { CommandRequest } from '../api/commands.ts';
import type { Review } from '../api/types.ts';
import { disputeTexts } from '../text/reviews.ts';
import { dayText } from '../text/times.ts';
import { ChoiceField, DayField, ReasonField, SureField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';
import { PersonField } from './person-field.tsx';

export interface StepProps {
  readonly title: string;
  readonly submit: string;
  readonly meaning: string;
  readonly request: CommandRequest;
  readonly done: string;
  readonly onClose: Close;
}

/** What takes no words, but is not to be done by one press. */
export function StepForm({ meaning, request, ...form }: StepProps) {
  return (
    <OpenedForm {...form} build={() => request}>
      <Text size="sm">{meaning}</Text>
    </OpenedForm>
  );
}

interface ReviewProps {
  readonly review: Review;
  readonly onClose: Close;
}

const invitedRoles = [
  { value: 'peer', label: 'A peer: somebody who works with them' },
  { value: 'upward', label: 'From below: somebody who answers to them' },
] as const;

export function InviteForm({ review, onClose }: ReviewProps) {
  const { id: reviewId, peers, due: planned } = review;
  const [reviewer, setReviewer] = useState('');
  const [role, setRole] = useState<'peer' | 'upward'>('peer');
  const [due, setDue] = useState('');
  return (
    <OpenedForm
      title="Ask somebody to write"
      submit="Ask them"
      done="They are asked."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const asked = form.text('/reviewer', reviewer, 'Who is asked').trim();
        if (form.problems.length > 0) return form.problems;
        const body = { role, reviewer: asked, ...present({ due: words(due) }) };
        return { do: 'invite-reviewer', reviewId, body };
      }}
    >
      <Text size="sm">
        {peers.mode === 'named'
          ? 'They write by name: whom it is about reads who wrote what, once it is shared.'
          : `They stay unnamed: of fewer than ${peers.min} nothing is shown, or counted.`}
      </Text>
      <PersonField
        pointer="/reviewer"
        label="Who is asked"
        value={reviewer}
        onChange={setReviewer}
        required
      />
      <ChoiceField
        pointer="/role"
        label="As what"
        options={invitedRoles}
        value={role}
        onChange={setRole}
        required
      />
      <DayField
        pointer="/due"
        label="Wanted by"
        description={`As planned, ${dayText(planned.peer)}, when left empty.`}
        value={due}
        onChange={setDue}
      />
    </OpenedForm>
  );
}

type Outcome = keyof typeof disputeTexts;

const outcomes = (Object.keys(disputeTexts) as Outcome[]).map((value) => {
  return { value, label: disputeTexts[value] };
});
const answeredOnce = 'I know that a dispute is answered once';

export function ResolveForm({ review: { id: reviewId }, onClose }: ReviewProps) {
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [reason, setReason] = useState('');
  const [isSure, setIsSure] = useState(false);
  return (
    <OpenedForm
      title="Resolve the dispute"
      submit="Resolve it"
      done="The dispute is resolved."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        if (outcome === '') form.refuse('/outcome', 'Answer: please choose one.');
        const told = form.text('/reason', reason, 'Reason').trim();
        form.sure(isSure, answeredOnce);
        if (form.problems.length > 0 || outcome === '') return form.problems;
        return { do: 'resolve-dispute', reviewId, body: { outcome, reason: told } };
      }}
    >
      <Text size="sm">
        It changes no rating. Where the dispute is right, also in part, the review is not closed
        before it was reopened and finalised anew.
      </Text>
      <ChoiceField
        pointer="/outcome"
        label="Answer"
        options={outcomes}
        value={outcome}
        onChange={setOutcome}
        required
      />
      <ReasonField
        description="Whom it is about reads it, and who answers for the review."
        value={reason}
        onChange={setReason}
      />
      <SureField label={answeredOnce} value={isSure} onChange={setIsSure} />
    </OpenedForm>
  );
}

const allowing = {
  reopen: {
    title: 'Reopen the review',
    submit: 'Reopen it',
    meaning:
      'It begins another revision, which is written, rated and finalised anew. Whom it is about is ' +
      'told, and reads the revision before meanwhile. It is not taken back.',
    done: 'It is reopened.',
  },
  repin: {
    title: 'Let late facts count',
    submit: 'Let them count',
    meaning:
      'Its evidence is pinned anew as of now, and what is measured is worked out again. It is not ' +
      'taken back; what was pinned before stays in the story.',
    done: 'What came late counts now.',
  },
} as const;
const iAllow = 'I have no part in this review, and allow it';

interface AllowProps extends ReviewProps {
  readonly what: keyof typeof allowing;
}

/** Who asks for it does not allow it: both names are in the story. */
export function AllowForm({ review: { id: reviewId }, what, onClose }: AllowProps) {
  const [askedBy, setAskedBy] = useState('');
  const [reason, setReason] = useState('');
  const [isSure, setIsSure] = useState(false);
  const { meaning, ...said } = allowing[what];
  return (
    <OpenedForm
      {...said}
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          askedBy: form.text('/askedBy', askedBy, 'Who asks for it').trim(),
          reason: form.text('/reason', reason, 'Reason').trim(),
        };
        form.sure(isSure, iAllow);
        if (form.problems.length > 0) return form.problems;
        return { do: `${what}-review`, reviewId, body };
      }}
    >
      <Text size="sm">{meaning}</Text>
      <PersonField
        pointer="/askedBy"
        label="Who asks for it"
        description="Somebody else than you, by their sign-in name."
        value={askedBy}
        onChange={setAskedBy}
        required
      />
      <ReasonField value={reason} onChange={setReason} />
      <SureField label={iAllow} value={isSure} onChange={setIsSure} />
    </OpenedForm>
  );
}
