import { Text } from '@mantine/core';
import { useState } from 'react';
import { FormReader } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';
import { PersonField } from './person-field.tsx';

interface LateJoinerProps {
  readonly cycleId: string;
  readonly onClose: Close;
}

export function LateJoinerForm({ cycleId, onClose }: LateJoinerProps) {
  const [person, setPerson] = useState('');
  return (
    <OpenedForm
      title="Add somebody who came late"
      submit="Add them"
      done="They are in it."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = { person: form.text('/person', person, 'Person').trim() };
        if (form.problems.length > 0) return form.problems;
        return { do: 'add-late-joiner', cycleId, body };
      }}
    >
      <Text size="sm">
        They must be of the units of the cycle. Their evidence is that of the launch.
      </Text>
      <PersonField pointer="/person" label="Person" value={person} onChange={setPerson} required />
    </OpenedForm>
  );
}
