import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { KeyResult } from '../api/types.ts';
import { measureText, numberText } from '../text/figures.ts';
import { CommandForm } from './command-form.tsx';
import { EffectiveAtField, LongTextField, NumberField, ReasonField, TextField } from './fields.tsx';
import { FormReader, present } from './form-reader.ts';
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
  const lists = named(keyResults, of);
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
      <ReasonField
        description="It stands in the history for as long as the goal does."
        value={reason}
        onChange={setReason}
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
          target={`/targets/${lists.targets.indexOf(one.id)}`}
          weight={`/weights/${lists.weights.indexOf(one.id)}/weight`}
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

type AmendmentOf = (keyResultId: string) => Amendment;

/** The key results that a list of the amendment names, in its order: problems count by it. */
function named(keyResults: readonly KeyResult[], of: AmendmentOf) {
  const kept = keyResults.map(({ id }) => id).filter((id) => !of(id).drop);
  return {
    targets: kept.filter((id) => [of(id).target, of(id).low, of(id).high].some(isTyped)),
    weights: kept.filter((id) => isTyped(of(id).weight)),
    drop: keyResults.map(({ id }) => id).filter((id) => of(id).drop),
  };
}

function isTyped(value: string): boolean {
  return value.trim() !== '';
}

/** The lists of an amendment, with what was typed only; an empty list is left out. */
function listed(form: FormReader, keyResults: readonly KeyResult[], of: AmendmentOf) {
  const lists = named(keyResults, of);
  const labelOf = (id: string) => keyResults.find((one) => one.id === id)?.name ?? id;
  const targets = lists.targets.map((keyResultId, index) => {
    const bound = (name: 'target' | 'low' | 'high') => {
      const label = `${labelOf(keyResultId)}, new ${name}`;
      return form.numberOrNone(`/targets/${index}/${name}`, of(keyResultId)[name], label);
    };
    const bounds = { target: bound('target'), low: bound('low'), high: bound('high') };
    return { keyResultId, ...present(bounds) };
  });
  const weights = lists.weights.map((keyResultId, index) => {
    const label = `${labelOf(keyResultId)}, new weight`;
    const weight = form.number(`/weights/${index}/weight`, of(keyResultId).weight, label);
    return { keyResultId, weight };
  });
  return {
    ...(targets.length === 0 ? {} : { targets }),
    ...(weights.length === 0 ? {} : { weights }),
    ...(lists.drop.length === 0 ? {} : { drop: lists.drop }),
  };
}

interface AmendKeyResultProps {
  readonly keyResult: KeyResult;
  readonly value: Amendment;
  /** Where the new target and the new weight stand in the body. */
  readonly target: string;
  readonly weight: string;
  readonly onChange: (value: Amendment) => void;
}

function AmendKeyResult({ keyResult, value, onChange, ...at }: AmendKeyResultProps) {
  const { id, name, measure, weight } = keyResult;
  const { kind, target, low, high, unit } = measure;
  const own = unit === undefined ? {} : { unit };
  const set = (part: Partial<Amendment>) => onChange({ ...value, ...part });
  return (
    <fieldset className={classes.part}>
      <legend>
        <bdi>{name ?? id}</bdi>
      </legend>
      <div className={classes.row}>
        {kind === 'increase' || kind === 'decrease' ? (
          <NumberField
            pointer={`${at.target}/target`}
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
              pointer={`${at.target}/low`}
              {...own}
              label="New lower bound"
              placeholder={String(low ?? '')}
              value={value.low}
              onChange={(typed) => set({ low: typed })}
            />
            <NumberField
              pointer={`${at.target}/high`}
              {...own}
              label="New upper bound"
              placeholder={String(high ?? '')}
              value={value.high}
              onChange={(typed) => set({ high: typed })}
            />
          </>
        ) : null}
        <NumberField
          pointer={at.weight}
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
