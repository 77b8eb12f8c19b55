import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useProblemAt } from './command-form.tsx';
import { DayField, LongTextField, TextField } from './fields.tsx';
import { FormReader, present } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';
import { PersonField } from './person-field.tsx';

export function HoldForm({ onClose }: { readonly onClose: Close }) {
  const [other, setOther] = useState('');
  const [on, setOn] = useState(new Date().toISOString().slice(0, 10));
  const [agenda, setAgenda] = useState('');
  return (
    <OpenedForm
      title="Record a one-to-one"
      submit="Record"
      done="The one-to-one is recorded."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const points = agenda.split('\n').filter((line) => line.trim() !== '');
        const body = {
          with: form.text('/with', other, 'With').trim(),
          on: form.text('/on', on, 'Day'),
          ...present({ agenda: points.length === 0 ? undefined : points }),
        };
        return form.problems.length > 0 ? form.problems : { do: 'hold-one-to-one', body };
      }}
    >
      <PersonField pointer="/with" label="With" value={other} onChange={setOther} required />
      <DayField pointer="/on" label="Day" value={on} onChange={setOn} required />
      <LongTextField
        pointer="/agenda"
        label="Agenda"
        description="A point a line. The two of you read it, and nobody else does."
        value={agenda}
        onChange={setAgenda}
      />
    </OpenedForm>
  );
}

interface AgreeProps {
  readonly oneToOneId: string;
  readonly people: readonly string[];
  readonly own: string;
  readonly onClose: Close;
}

export function AgreeForm({ oneToOneId, people, own, onClose }: AgreeProps) {
  const [owner, setOwner] = useState(own);
  const [due, setDue] = useState('');
  const [action, setAction] = useState('');
  return (
    <OpenedForm
      title="Agree an action"
      submit="Agree"
      done="The action is agreed."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          owner,
          due: form.text('/due', due, 'By when'),
          action: form.text('/action', action, 'What is to be done'),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'agree-action', oneToOneId, body };
      }}
    >
      <TextField
        pointer="/action"
        label="What is to be done"
        value={action}
        onChange={setAction}
        required
      />
      <OwnerOfTwo people={people} own={own} owner={owner} onChange={setOwner} />
      <DayField pointer="/due" label="By when" value={due} onChange={setDue} required />
    </OpenedForm>
  );
}

interface OwnerProps extends Pick<AgreeProps, 'people' | 'own'> {
  readonly owner: string;
  readonly onChange: (owner: string) => void;
}

function OwnerOfTwo({ people, own, owner, onChange }: OwnerProps) {
  return (
    <NativeSelect
      label="Who does it"
      data={people.map((one) => ({ value: one, label: one === own ? `${one} (you)` : one }))}
      value={owner}
      error={useProblemAt('/owner')}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
