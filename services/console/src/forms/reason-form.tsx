import { Text } from '@mantine/core';
import { useState } from 'react';
import type { CommandRequest } from '../api/commands.ts';
import { ReasonField, SureField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

export interface ReasonProps {
  readonly title: string;
  readonly submit: string;
  /** What comes of it. */
  readonly meaning: string;
  readonly isOptional?: boolean;
  /** Where it cannot be taken back: what is to be ticked. */
  readonly sure?: string;
  /** Without surrounding blanks; empty where none was given. */
  readonly command: (reason: string) => CommandRequest;
  readonly done: string;
  readonly onClose: Close;
}

/** What needs nothing but a reason. The revision is that of the record when the form was opened. */
export function ReasonForm(props: ReasonProps) {
  const { title, submit, meaning, isOptional = false, sure, done, onClose } = props;
  const [command] = useState(() => props.command);
  const [reason, setReason] = useState('');
  const [isSure, setIsSure] = useState(false);
  return (
    <OpenedForm
      title={title}
      submit={submit}
      done={done}
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        if (!isOptional) form.text('/reason', reason, 'Reason');
        if (sure !== undefined) form.sure(isSure, sure);
        return form.problems.length > 0 ? form.problems : command(reason.trim());
      }}
    >
      <Text size="sm">{meaning}</Text>
      <ReasonField value={reason} onChange={setReason} isOptional={isOptional} />
      {sure === undefined ? null : <SureField label={sure} value={isSure} onChange={setIsSure} />}
    </OpenedForm>
  );
}
