import { Group, Radio } from '@mantine/core';
import { useState } from 'react';
import type { GoalDetail } from '../api/types.ts';
import type { Action } from '../goal/actions.tsx';
import { AmendForm } from './amend-form.tsx';
import { CheckInForm } from './check-in-form.tsx';
import { EffectiveAtField, LongTextField, NumberField, ReasonField, TextField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

export interface GoalFormProps {
  readonly goal: GoalDetail;
  /** With what was done, in words; without, when nothing was. */
  readonly onClose: Close;
}

/** The form of an action. The revision that it was opened at is the one it is sent for. */
export function GoalForm({ action, ...rest }: GoalFormProps & { readonly action: Action }) {
  const [goal] = useState(rest.goal);
  const props = { goal, onClose: rest.onClose };
  switch (action) {
    case 'activate':
      return <ActivateForm {...props} />;
    case 'check-in':
      return <CheckInForm {...props} />;
    case 'amend':
      return <AmendForm {...props} />;
    case 'transfer':
      return <TransferForm {...props} />;
    case 'close':
      return <CloseForm {...props} />;
    case 'withdraw':
      return <WithdrawForm {...props} />;
  }
}

function ActivateForm({ goal, onClose }: GoalFormProps) {
  const [kind, setKind] = useState('');
  const [since, setSince] = useState('');
  return (
    <OpenedForm
      title="Activate the goal"
      submit="Activate"
      done="The goal is active."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const at = form.effectiveAt(since);
        if (kind === '') form.refuse('/kind', 'Choose committed or aspirational.');
        if (form.problems.length > 0) return form.problems;
        const chosen = kind === 'committed' ? kind : 'aspirational';
        const { id: goalId, revision } = goal;
        return { do: 'activate', goalId, revision, body: { kind: chosen, ...at } };
      }}
    >
      <Radio.Group
        label="Kind"
        description="It is chosen once and stays: it says how the goal is judged at its end."
        value={kind}
        onChange={setKind}
        withAsterisk
      >
        <Group mt="xs">
          <Radio value="committed" label="Committed: met in full, or missed" />
          <Radio value="aspirational" label="Aspirational: green from 70%, amber from 40%" />
        </Group>
      </Radio.Group>
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}

function TransferForm({ goal, onClose }: GoalFormProps) {
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [since, setSince] = useState('');
  return (
    <OpenedForm
      title="Hand the goal over"
      submit="Hand over"
      done="The goal has a new owner."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          to: form.text('/to', to, 'New owner').trim(),
          reason: form.text('/reason', reason, 'Reason'),
          ...form.effectiveAt(since),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'transfer', goalId: goal.id, revision: goal.revision, body };
      }}
    >
      <TextField
        pointer="/to"
        label="New owner"
        description="As in person:ada or unit:sales"
        value={to}
        onChange={setTo}
        required
      />
      <ReasonField value={reason} onChange={setReason} />
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}

function CloseForm({ goal, onClose }: GoalFormProps) {
  const [score, setScore] = useState('');
  const [lesson, setLesson] = useState('');
  const [postMortem, setPostMortem] = useState('');
  const [since, setSince] = useState('');
  return (
    <OpenedForm
      title="Close the goal"
      submit="Close the goal"
      done="The goal is closed."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          score: form.percent('/score', score, 'Score'),
          lesson: form.text('/lesson', lesson, 'Lesson'),
          ...present({ postMortem: words(postMortem) }),
          ...form.effectiveAt(since),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'close', goalId: goal.id, revision: goal.revision, body };
      }}
    >
      <NumberField
        pointer="/score"
        label="Score"
        description="Your own judgement, as a percentage; the attainment stands beside it."
        unit="%"
        value={score}
        onChange={setScore}
        required
      />
      <LongTextField
        pointer="/lesson"
        label="Lesson"
        description="What would you do again, or otherwise?"
        value={lesson}
        onChange={setLesson}
        required
      />
      <LongTextField
        pointer="/postMortem"
        label="Post-mortem"
        description="Needed for a committed goal that is missed: what led to it."
        value={postMortem}
        onChange={setPostMortem}
      />
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}

function WithdrawForm({ goal, onClose }: GoalFormProps) {
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Withdraw the draft"
      submit="Withdraw"
      done="The draft is withdrawn."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = { reason: form.text('/reason', reason, 'Reason') };
        if (form.problems.length > 0) return form.problems;
        return { do: 'withdraw', goalId: goal.id, revision: goal.revision, body };
      }}
    >
      <ReasonField value={reason} onChange={setReason} />
    </OpenedForm>
  );
}
