import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Points, RewardProgramme } from '../api/types.ts';
import { receiversOf } from '../text/recognition.ts';
import { LongTextField, NumberField, TextField } from './fields.tsx';
import { FormReader, present } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

interface RecogniseProps {
  readonly programme: RewardProgramme;
  readonly points: Points | undefined;
  readonly onClose: Close;
}

export function RecogniseForm({ programme, points, onClose }: RecogniseProps) {
  const [receivers, setReceivers] = useState('');
  const [value, setValue] = useState(programme.values[0]?.id ?? '');
  const [award, setAward] = useState('');
  const [note, setNote] = useState('');
  return (
    <OpenedForm
      title="Recognise colleagues"
      submit="Recognise"
      done="It is on the wall."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        form.text('/receivers', receivers, 'To');
        const each = form.numberOrNone('/points', award, 'Points for each');
        const body = {
          receivers: [...receiversOf(receivers)],
          value,
          note: form.text('/note', note, 'For what'),
          ...present({ points: each }),
        };
        return form.problems.length > 0 ? form.problems : { do: 'recognise', body };
      }}
    >
      <TextField
        pointer="/receivers"
        label="To"
        description="Their sign-in names, with commas between"
        value={receivers}
        onChange={setReceivers}
        required
      />
      <NativeSelect
        label="For which value"
        data={programme.values.map(({ id, name }) => ({ value: id, label: name ?? id }))}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <LongTextField
        pointer="/note"
        label="For what"
        description="Everybody in the company reads it."
        value={note}
        onChange={setNote}
        required
      />
      <NumberField
        pointer="/points"
        label="Points for each"
        description={limitsText(programme, points)}
        unit="points"
        value={award}
        onChange={setAward}
      />
    </OpenedForm>
  );
}

function limitsText({ pointsPerRecognitionMax: most }: RewardProgramme, points?: Points): string {
  const left = points === undefined ? '' : ` You have ${points.allowance.left} left this month.`;
  return `None when it is left empty; ${most} at most.${left}`;
}
