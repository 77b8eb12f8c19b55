import { Text } from '@mantine/core';
import { useState } from 'react';
import type { CustomerResponse } from '../api/types.ts';
import { ReasonField, TextField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

interface Props {
  readonly response: CustomerResponse;
  readonly onClose: Close;
}

/** That somebody went back to the customer, and what had led to the response. */
export function CloseLoopForm({ response, onClose }: Props) {
  const [{ id: responseId, revision }] = useState(response);
  const [cause, setCause] = useState('');
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Say that somebody went back to the customer"
      submit="Record it"
      done="It is recorded that somebody went back to the customer."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          cause: form.text('/cause', cause, 'Cause').trim(),
          reason: form.text('/reason', reason, 'What was done'),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'close-loop', responseId, revision, body };
      }}
    >
      <Text size="sm">It is recorded once, and stays.</Text>
      <TextField
        pointer="/cause"
        label="Cause"
        description="A code of one word for what had led to it, as: incomplete-papers"
        value={cause}
        onChange={setCause}
        required
      />
      <ReasonField label="What was done" value={reason} onChange={setReason} />
    </OpenedForm>
  );
}
