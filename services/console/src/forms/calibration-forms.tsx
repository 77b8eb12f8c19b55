import { Text } from '@mantine/core';
import { useState } from 'react';
import type { CalibrationRow } from '../api/types.ts';
import { ratingText, reasonOptions, type ReasonCode } from '../text/calibration.ts';
import { ChoiceField, LongTextField, NumberField, ReasonField, SureField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';
import { PersonField } from './person-field.tsx';

type Proposal = CalibrationRow['proposals'][number];

interface ProposeProps {
  readonly sessionId: string;
  readonly row: CalibrationRow;
  readonly onClose: Close;
}

export function ProposeForm({ sessionId, row, onClose }: ProposeProps) {
  const { reviewId, subject, after, score } = row;
  const [to, setTo] = useState('');
  const [reasonCode, setReasonCode] = useState<ReasonCode | ''>('');
  const [note, setNote] = useState('');
  const { min = 0, max = 0 } = score?.scale ?? {};
  return (
    <OpenedForm
      title={`Propose another rating for ${subject}`}
      submit="Propose it"
      done="It is proposed."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const rating = form.number('/to', to, 'Rating');
        if (reasonCode === '') form.refuse('/reasonCode', 'Reason: please choose one.');
        const body = {
          ...{ reviewId, to: Math.round(rating * 1_000_000) },
          note: form.text('/note', note, 'Note'),
        };
        if (form.problems.length > 0 || reasonCode === '') return form.problems;
        return { do: 'propose-adjustment', sessionId, body: { ...body, reasonCode } };
      }}
    >
      <NumberField
        pointer="/to"
        label="Rating"
        description={`From ${ratingText(min)} to ${ratingText(max)}; it is ${ratingText(after)} now.`}
        value={to}
        onChange={setTo}
        required
      />
      <ChoiceField
        pointer="/reasonCode"
        label="Reason"
        description="It is counted, and shown to the one whom it is about."
        options={reasonOptions}
        value={reasonCode}
        onChange={setReasonCode}
        required
      />
      <LongTextField
        pointer="/note"
        label="Note"
        description="It stays in the session. What is written in the review is not changed by it."
        value={note}
        onChange={setNote}
        required
      />
    </OpenedForm>
  );
}

interface DecideProps {
  readonly sessionId: string;
  readonly proposal: Proposal;
  readonly accepted: boolean;
  readonly onClose: Close;
}

/** Accepted without a word where the proposal says it all; never turned down without one. */
export function DecideForm({ sessionId, proposal, accepted, onClose }: DecideProps) {
  const [note, setNote] = useState('');
  const { id: adjustmentId, from, to } = proposal;
  return (
    <OpenedForm
      title={accepted ? 'Accept the proposal' : 'Turn the proposal down'}
      submit={accepted ? 'Accept it' : 'Turn it down'}
      done={accepted ? 'It is accepted.' : 'It is turned down.'}
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        if (!accepted) form.text('/note', note, 'Note');
        if (form.problems.length > 0) return form.problems;
        const body = { accepted, ...present({ note: words(note)?.trim() }) };
        return { do: 'decide-adjustment', sessionId, adjustmentId, body };
      }}
    >
      <Text size="sm">
        {accepted
          ? `The rating becomes ${ratingText(to)}; it is ${ratingText(from)}.`
          : `The rating stays ${ratingText(from)}.`}
      </Text>
      <LongTextField
        pointer="/note"
        label="Note"
        value={note}
        onChange={setNote}
        required={!accepted}
      />
    </OpenedForm>
  );
}

interface SessionProps {
  readonly sessionId: string;
  readonly onClose: Close;
}

export function AddMemberForm({ sessionId, onClose }: SessionProps) {
  const [member, setMember] = useState('');
  return (
    <OpenedForm
      title="Let somebody take part"
      submit="Add them"
      done="They take part from now on."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const members = [form.text('/members/0', member, 'Person').trim()];
        if (form.problems.length > 0) return form.problems;
        return { do: 'add-members', sessionId, body: { members } };
      }}
    >
      <Text size="sm">They see every review of the session, but their own.</Text>
      <PersonField
        pointer="/members/0"
        label="Person"
        value={member}
        onChange={setMember}
        required
      />
    </OpenedForm>
  );
}

interface LeaveProps extends SessionProps {
  readonly isModerator: boolean;
}

export function LeaveForm({ sessionId, onClose, isModerator }: LeaveProps) {
  const [person, setPerson] = useState('');
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title={isModerator ? 'Have somebody else lead it' : 'Excuse a member'}
      submit={isModerator ? 'Replace them' : 'Excuse them'}
      done={isModerator ? 'Another one leads it.' : 'They take part no more.'}
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const named = form.text(isModerator ? '/to' : '/member', person, 'Person').trim();
        const told = { reason: form.text('/reason', reason, 'Reason').trim() };
        if (form.problems.length > 0) return form.problems;
        return isModerator
          ? { do: 'replace-moderator', sessionId, body: { to: named, ...told } }
          : { do: 'excuse-member', sessionId, body: { member: named, ...told } };
      }}
    >
      <PersonField
        pointer={isModerator ? '/to' : '/member'}
        label="Person"
        value={person}
        onChange={setPerson}
        required
      />
      <ReasonField value={reason} onChange={setReason} />
    </OpenedForm>
  );
}

const allDecided = 'All is decided';

export function LockForm({ sessionId, onClose }: SessionProps) {
  const [note, setNote] = useState('');
  const [isSure, setIsSure] = useState(false);
  return (
    <OpenedForm
      title="Lock the session"
      submit="Lock it"
      done="The session is locked."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        form.sure(isSure, allDecided);
        if (form.problems.length > 0) return form.problems;
        return {
          ...{ do: 'lock-session', sessionId },
          body: present({ note: words(note)?.trim() }),
        };
      }}
    >
      <Text size="sm">
        What it decided goes to the reviews, also where it changed nothing. Nobody changes it after
        that, whoever they are; a review is changed by reopening it.
      </Text>
      <SureField label={allDecided} value={isSure} onChange={setIsSure} />
      <LongTextField
        pointer="/note"
        label="What the session came to"
        description="Of nobody in particular"
        value={note}
        onChange={setNote}
      />
    </OpenedForm>
  );
}
