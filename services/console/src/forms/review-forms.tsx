import { Text } from '@mantine/core';
import type { CommandRequest } from '../api/commands.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

interface StepProps {
  readonly title: string;
  readonly submit: string;
  readonly meaning: string;
  readonly request: CommandRequest;
  readonly done: string;
  readonly onClose: Close;
}

/** What takes no words, but is not to be done by one press. */
export function StepForm({ title, submit, meaning, request, done, onClose }: StepProps) {
  return (
    <OpenedForm title={title} submit={submit} done={done} onClose={onClose} build={() => request}>
      <Text size="sm">{meaning}</Text>
    </OpenedForm>
  );
}
