import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { KeyResult } from '../api/types.ts';
import { measureText } from '../text/figures.ts';
import { EffectiveAtField, LongTextField, NumberField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import type { GoalFormProps } from './goal-forms.tsx';
import { OpenedForm } from './opened-form.tsx';
import { ProgressFields } from './progress-fields.tsx';

export function CheckInForm({ goal, onClose }: GoalFormProps) {
  const { keyResults } = goal;
  const [chosen, setChosen] = useState(keyResults[0]);
  if (chosen === undefined) return null;
  return (
    <CheckInOn
      key={chosen.id}
      {...{ goal, onClose }}
      keyResult={chosen}
      onChoose={(id) => setChosen(keyResults.find((one) => one.id === id))}
    />
  );
}

interface CheckInProps extends GoalFormProps {
  readonly keyResult: KeyResult;
  readonly onChoose: (keyResultId: string) => void;
}

function CheckInOn({ goal, keyResult, onChoose, onClose }: CheckInProps) {
  const [value, setValue] = useState('');
  const [done, setDone] = useState<readonly string[]>(keyResult.current?.milestonesDone ?? []);
  const [confidence, setConfidence] = useState('');
  const [narrative, setNarrative] = useState('');
  const [since, setSince] = useState('');
  const milestones = keyResult.measure.milestones !== undefined;
  return (
    <OpenedForm
      title="Check in"
      submit="Check in"
      done="Your check-in is recorded."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const progress = milestones
          ? { milestonesDone: [...done] }
          : { value: form.number('/value', value, 'Value') };
        const sure = form.percentOrNone('/confidence', confidence, 'Confidence');
        const said = present({ confidence: sure, narrative: words(narrative) });
        const body = {
          keyResultId: keyResult.id,
          ...progress,
          ...said,
          ...form.effectiveAt(since),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'check-in', goalId: goal.id, revision: goal.revision, body };
      }}
    >
      <NativeSelect
        label="Key result"
        description={measureText(keyResult.measure)}
        value={keyResult.id}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={goal.keyResults.map(({ id, name }) => ({ value: id, label: name ?? id }))}
      />
      <ProgressFields keyResult={keyResult} {...{ value, setValue, done, setDone }} />
      <NumberField
        pointer="/confidence"
        label="Confidence"
        description="How likely is it, in your view, that this is met by the end?"
        unit="%"
        value={confidence}
        onChange={setConfidence}
      />
      <LongTextField
        pointer="/narrative"
        label="Narrative"
        value={narrative}
        onChange={setNarrative}
      />
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}
