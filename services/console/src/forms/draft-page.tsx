import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { periodsQuery } from '../api/queries.ts';
import { CommandForm } from './command-form.tsx';
import { DayField, EffectiveAtField, LongTextField, NumberField, TextField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import classes from './forms.module.css';
import { emptyKeyResult, KeyResultsEditor, readKeyResults } from './key-results-editor.tsx';

const cadenceDaysDefault = 30;

export function DraftPage() {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [owner, setOwner] = useState('');
  const [period, setPeriod] = useState({ name: '', start: '', end: '' });
  const [cadence, setCadence] = useState(String(cadenceDaysDefault));
  const [keyResults, setKeyResults] = useState(() => [emptyKeyResult()]);
  const [since, setSince] = useState('');
  return (
    <CommandForm
      title="Draft a goal"
      order={1}
      submit="Draft the goal"
      onDone={({ id }) => {
        if (id !== undefined) void navigate({ to: '/goals/$goalId', params: { goalId: id } });
      }}
      onCancel={() => void navigate({ to: '/' })}
      build={() => {
        const form = new FormReader();
        const body = {
          title: form.text('/title', title, 'Title'),
          ...present({ description: words(description), owner: words(owner)?.trim() }),
          period: {
            name: form.text('/period/name', period.name, 'Period'),
            start: form.text('/period/start', period.start, 'First day'),
            end: form.text('/period/end', period.end, 'Last day'),
          },
          cadenceDays: form.number('/cadenceDays', cadence, 'Cadence'),
          keyResults: readKeyResults(form, keyResults, '/keyResults'),
          ...form.effectiveAt(since),
        };
        return form.problems.length > 0 ? form.problems : { do: 'draft', body };
      }}
    >
      <TextField pointer="/title" label="Title" value={title} onChange={setTitle} required />
      <LongTextField
        pointer="/description"
        label="Description"
        value={description}
        onChange={setDescription}
      />
      <TextField
        pointer="/owner"
        label="Owner"
        description="As in person:ada or unit:sales; yourself when left empty"
        value={owner}
        onChange={setOwner}
      />
      <PeriodFields value={period} onChange={setPeriod} />
      <NumberField
        pointer="/cadenceDays"
        label="Check-in cadence"
        unit="days"
        value={cadence}
        onChange={setCadence}
      />
      <KeyResultsEditor
        pointer="/keyResults"
        value={keyResults}
        onChange={(next) => setKeyResults([...next])}
      />
      <EffectiveAtField value={since} onChange={setSince} />
    </CommandForm>
  );
}

interface TypedPeriod {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

interface PeriodProps {
  readonly value: TypedPeriod;
  readonly onChange: (value: TypedPeriod) => void;
}

/** One of the periods that goals have already, or another by its days. */
function PeriodFields({ value, onChange }: PeriodProps) {
  const periods = useQuery(periodsQuery()).data ?? [];
  const same = periods.find(({ name }) => name === value.name);
  return (
    <fieldset className={classes.part}>
      <legend>Period</legend>
      {periods.length === 0 ? null : (
        <NativeSelect
          label="A period that is in use"
          mb="sm"
          value={same?.name ?? ''}
          data={[{ value: '', label: 'Another' }, ...periods.map(({ name }) => name)]}
          onChange={(event) => {
            const chosen = periods.find(({ name }) => name === event.currentTarget.value);
            const { name, start, end } = chosen ?? { name: '', start: '', end: '' };
            onChange({ name, start, end });
          }}
        />
      )}
      <div className={classes.row}>
        <TextField
          pointer="/period/name"
          label="Name"
          placeholder="2026-Q4"
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
          required
        />
        <DayField
          pointer="/period/start"
          label="First day"
          value={value.start}
          onChange={(start) => onChange({ ...value, start })}
          required
        />
        <DayField
          pointer="/period/end"
          label="Last day"
          value={value.end}
          onChange={(end) => onChange({ ...value, end })}
          required
        />
      </div>
    </fieldset>
  );
}
