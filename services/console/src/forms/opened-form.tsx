import { CommandForm, type CommandFormProps } from './command-form.tsx';

/** Closes a form: with what was done, in words; without, when nothing was. */
export type Close = (said?: string) => void;

interface OpenedFormProps extends Omit<CommandFormProps, 'onDone' | 'onCancel'> {
  /** What was done, in words. */
  readonly done: string;
  readonly onClose: Close;
}

/** A form that a button has opened: it closes with what was done, or without a word. */
export function OpenedForm({ done, onClose, ...form }: OpenedFormProps) {
  return <CommandForm {...form} onDone={() => onClose(done)} onCancel={() => onClose()} />;
}
