import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CheckIn, GoalDetail, KeyResult } from '../api/types.ts';
import { instantText } from '../text/times.ts';
import { CommandForm } from './command-form.tsx';
import { NumberField, ReasonField } from './fields.tsx';
import { FormReader, present } from './form-reader.ts';
import { ProgressFields } from './progress-fields.tsx';

interface CorrectProps {
  readonly goal: GoalDetail;
  readonly keyResult: KeyResult;
  readonly checkIn: CheckIn;
  readonly onClose: () => void;
}

/** What was said stays in the history; from now on the corrected value counts. */
export function CorrectForm({ goal, keyResult, checkIn, onClose }: CorrectProps) {
  const [{ id: goalId, revision }] = useState(goal);
  const [value, setValue] = useState(checkIn.value === null ? '' : String(checkIn.value));
  const [done, setDone] = useState<readonly string[]>(checkIn.milestonesDone ?? []);
  const [confidence, setConfidence] = useState(percentOf(checkIn.confidence));
  const [withdraw, setWithdraw] = useState(false);
  const [reason, setReason] = useState('');
  const milestones = keyResult.measure.milestones !== undefined;
  return (
    <CommandForm
      title={`Correct the check-in of ${instantText(checkIn.at)}`}
      submit={withdraw ? 'Withdraw the check-in' : 'Correct'}
      onDone={onClose}
      onCancel={onClose}
      build={() => {
        const form = new FormReader();
        const why = { reason: form.text('/reason', reason, 'Reason') };
        const progress = milestones
          ? { milestonesDone: [...done] }
          : { value: withdraw ? 0 : form.number('/value', value, 'Value') };
        const sure = form.percentOrNone('/confidence', confidence, 'Confidence');
        if (form.problems.length > 0) return form.problems;
        const body = withdraw
          ? { ...why, withdraw: true }
          : { ...why, ...progress, ...present({ confidence: sure }) };
        return { do: 'correct', goalId, revision, checkInId: checkIn.id, body };
      }}
    >
      <Checkbox
        label="Withdraw it: it should not have been made at all"
        checked={withdraw}
        onChange={(event) => setWithdraw(event.currentTarget.checked)}
      />
      {withdraw ? null : (
        <>
          <ProgressFields keyResult={keyResult} {...{ value, setValue, done, setDone }} />
          <NumberField
            pointer="/confidence"
            label="Confidence"
            unit="%"
            value={confidence}
            onChange={setConfidence}
          />
        </>
      )}
      <ReasonField value={reason} onChange={setReason} />
    </CommandForm>
  );
}

function percentOf(share: number | null): string {
  return share === null ? '' : String(Number((share * 100).toPrecision(12)));
}
