import { Button } from '@mantine/core';
import { Said } from '../parts/said.tsx';
import { useProblemAt } from './command-form.tsx';
import classes from './forms.module.css';

interface ChosenProps {
  readonly pointer: string;
  readonly name: string;
  readonly onRemove: () => void;
}

/** One of several that were chosen, with what is wrong with it, and the way out. */
export function Chosen({ pointer, name, onRemove }: ChosenProps) {
  const problem = useProblemAt(pointer);
  return (
    <li>
      <Said text={name} />{' '}
      <Button variant="subtle" size="compact-xs" aria-label={`Remove ${name}`} onClick={onRemove}>
        Remove
      </Button>
      {problem === undefined ? null : <p className={classes.problem}>{problem}</p>}
    </li>
  );
}
