import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { GoalDetail, KeyResult } from '../api/types.ts';
import { measureText, numberText } from '../text/figures.ts';
import { CommandForm } from './command-form.tsx';
import { EffectiveAtField, FormReader, LongTextField, NumberField } from './fields.tsx';
import { present, TextField } from './fields.tsx';
import classes from './forms.module.css';
import type { GoalFormProps } from './goal-forms.tsx';
import { emptyKeyResult, KeyResultsEditor, readKeyResults } from './key-results-editor.tsx';

/** What is typed for one key result; empty fields leave things as they are. */
interface Amendment {
  readonly target: string;
  readonly low: string;
  readonly high: string;
  readonly weight: string;
  readonly drop: boolean;
}

const untouched: Amendment = { target: '', low: '', high: '', weight: '', drop: false };

export function AmendForm({ goal, onClose }: GoalFormProps) {
  const { keyResults } = goal;
  const [reason, setReason] = useState('');
  const [title, setTitle] = useState(goal.title ?? '');
  const [description, setDescription] = useState(goal.description ?? '');
  const [cadence, setCadence] = useState(String(goal.cadenceDays));
  const [amended, setAmended] = useState<Readonly<Record<string, Amendment>>>({});
  const [added, setAdded] = useState<readonly ReturnType<typeof emptyKeyResult>[]>([]);
  const [since, setSince] = useState('');
  const of = (id: string) => amended[id] ?? untouched;
  return (
    <CommandForm
      title="Amend the goal"
      submit="Amend"
      onDone={({ changed }) => onClose(changed ? 'The goal is amended.' : 'It was already so.')}
      onCancel={() => onClose()}
      build={() => {
        const form = new FormReader();
        const typed = form.numberOrNone('/cadenceDays', cadence, 'Cadence');
        const add = readKeyResults(form, added, '/add');
        const body = {
          reason: form.text('/reason', reason, 'Reason'),
          ...present({
            title: changed(title, goal.title),
            description: changed(description, goal.description),
            cadenceDays: typed === goal.cadenceDays ? undefined : typed,
          }),
          ...listed(form, keyResults, of),
          ...(add.length === 0 ? {} : { add }),
          ...form.effectiveAt(since),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'amend', goalId: goal.id, revision: goal.revision, body };
      }}
    >
      <LongTextField
        pointer="/reason"
        label="Reason"
        description="It stands in the history for as long as the goal does."
        value={reason}
        onChange={setReason}
        required
      />
      <TextField pointer="/title" label="Title" value={title} onChange={setTitle} />
      <LongTextField
        pointer="/description"
        label="Description"
        value={description}
        onChange={setDescription}
      />
      <NumberField
        pointer="/cadenceDays"
        label="Check-in cadence"
        unit="days"
        value={cadence}
        onChange={setCadence}
      />
      {keyResults.map((one) => (
        <AmendKeyResult
          key={one.id}
          keyResult={one}
          value={of(one.id)}
          onChange={(next) => setAmended({ ...amended, [one.id]: next })}
        />
      ))}
      <KeyResultsEditor pointer="/add" value={added} onChange={setAdded} adding />
      <EffectiveAtField value={since} onChange={setSince} />
    </CommandForm>
  );
}

function changed(value: string, before: string | null): string | undefined {
  return value === (before ?? '') ? undefined : value;
}

/** The lists of an amendment, with what was typed only. Pointers count within each list. */
function listed(
  form: FormReader,
  keyResults: GoalDetail['keyResults'],
  of: (id: string) => Amendment,
) {
  const kept = keyResults.filter(({ id }) => !of(id).drop);
  const targets = kept.flatMap(({ id: keyResultId, name }) => {
    const { target, low, high } = of(keyResultId);
    const label = name ?? keyResultId;
    const bounds = present({
      target: form.numberOrNone(`/targets/${keyResultId}`, target, label),
      low: form.numberOrNone(`/targets/${keyResultId}`, low, label),
      high: form.numberOrNone(`/targets/${keyResultId}`, high, label),
    });
    return Object.keys(bounds).length === 0 ? [] : [{ keyResultId, ...bounds }];
  });
  const weights = kept.flatMap(({ id: keyResultId, name }) => {
    const label = name ?? keyResultId;
    const weight = form.numberOrNone(`/weights/${keyResultId}`, of(keyResultId).weight, label);
    return weight === undefined ? [] : [{ keyResultId, weight }];
  });
  const drop = keyResults.flatMap(({ id }) => (of(id).drop ? [id] : []));
  return {
    ...(targets.length === 0 ? {} : { targets }),
    ...(weights.length === 0 ? {} : { weights }),
    ...(drop.length === 0 ? {} : { drop }),
  };
}

interface AmendKeyResultProps {
  readonly keyResult: KeyResult;
  readonly value: Amendment;
  readonly onChange: (value: Amendment) => void;
}

function AmendKeyResult({ keyResult, value, onChange }: AmendKeyResultProps) {
  const { id, name, measure, weight } = keyResult;
  const { kind, target, low, high, unit } = measure;
  const own = unit === undefined ? {} : { unit };
  const at = (part: string) => ({ pointer: `/${part}/${id}` });
  const set = (part: Partial<Amendment>) => onChange({ ...value, ...part });
  return (
    <fieldset className={classes.part}>
      <legend>
        <bdi>{name ?? id}</bdi>
      </legend>
      <div className={classes.row}>
        {kind === 'increase' || kind === 'decrease' ? (
          <NumberField
            {...at('targets')}
            {...own}
            label="New target"
            description={measureText(measure)}
            placeholder={String(target ?? '')}
            value={value.target}
            onChange={(typed) => set({ target: typed })}
          />
        ) : null}
        {kind === 'within' ? (
          <>
            <NumberField
              {...at('targets')}
              {...own}
              label="New lower bound"
              placeholder={String(low ?? '')}
              value={value.low}
              onChange={(typed) => set({ low: typed })}
            />
            <NumberField
              {...at('targets')}
              {...own}
              label="New upper bound"
              placeholder={String(high ?? '')}
              value={value.high}
              onChange={(typed) => set({ high: typed })}
            />
          </>
        ) : null}
        <NumberField
          {...at('weights')}
          label="New weight"
          description={`now ${numberText(weight)}`}
          placeholder={String(weight)}
          value={value.weight}
          onChange={(typed) => set({ weight: typed })}
        />
      </div>
      <Checkbox
        mt="sm"
        label="Drop this key result"
        checked={value.drop}
        onChange={(event) => set({ drop: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
