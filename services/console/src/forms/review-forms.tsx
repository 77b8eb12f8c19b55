import { Text } from '@mantine/core';
import type { CommandRequest } from '../api/commands.ts';
import { CommandForm } from './command-form.tsx';

interface StepProps {
  readonly title: string;
  readonly submit: string;
  readonly meaning: string;
  readonly request: CommandRequest;
  readonly done: string;
  readonly onClose: (said?: string) => void;
}

/** What takes no words, but is not to be done by one press. */
export function StepForm({ title, submit, meaning, request, done, onClose }: StepProps) {
  return (
    <CommandForm
      title={title}
      submit={submit}
      onDone={() => onClose(done)}
      onCancel={() => onClose()}
      build={() => request}
    >
      <Text size="sm">{meaning}</Text>
    </CommandForm>
  );
}
