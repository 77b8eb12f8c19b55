import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Chosen } from './chosen.tsx';
import classes from './forms.module.css';
import { PersonField } from './person-field.tsx';

interface PeopleProps {
  readonly pointer: string;
  readonly label: string;
  readonly description: string;
  /** Sign-in names, each once. */
  readonly value: readonly string[];
  readonly onChange: (people: readonly string[]) => void;
}

/** Several people: one is typed and added, and each can be taken out again. */
export function PeopleField({ pointer, label, description, value, onChange }: PeopleProps) {
  const [typed, setTyped] = useState('');
  const named = typed.trim();
  const add = () => {
    if (named !== '' && !value.includes(named)) onChange([...value, named]);
    setTyped('');
  };
  return (
    <fieldset className={classes.part}>
      <legend>{label}</legend>
      <p className={classes.hint}>{description}</p>
      <Group gap="xs" align="end">
        <PersonField pointer={pointer} label="Person" value={typed} onChange={setTyped} />
        <Button variant="default" disabled={named === ''} onClick={add}>
          Add them
        </Button>
      </Group>
      <ul className={classes.chosen} aria-label={label}>
        {value.map((person, index) => (
          <Chosen
            key={person}
            pointer={`${pointer}/${index}`}
            name={person}
            onRemove={() => onChange(value.filter((one) => one !== person))}
          />
        ))}
      </ul>
    </fieldset>
  );
}
