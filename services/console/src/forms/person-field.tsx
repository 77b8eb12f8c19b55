import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useMemo } from 'react';
import { peopleQuery } from '../api/people-queries.ts';
import { peopleShown } from '../people/people-list.ts';
import { useProblemAt } from './command-form.tsx';

/** So many are offered at once; whoever is not among them is found by typing more. */
const offeredMax = 20;

interface PersonProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly required?: boolean;
}

/** A person by their sign-in name; those whose name is like what is typed are offered. */
export function PersonField({ pointer, onChange, required = false, ...rest }: PersonProps) {
  const people = useQuery(peopleQuery({}, undefined)).data?.items;
  const q = useDeferredValue(rest.value);
  const offered = useMemo(() => peopleShown(people ?? [], { q }).slice(0, offeredMax), [people, q]);
  const list = useId();
  return (
    <>
      <TextInput
        description="Their sign-in name; type a part of their name to find it."
        {...rest}
        list={list}
        autoComplete="off"
        withAsterisk={required}
        error={useProblemAt(pointer)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <datalist id={list}>
        {offered.map(({ person, name }) => (
          <option key={person} value={person}>
            {name ?? person}
          </option>
        ))}
      </datalist>
    </>
  );
}
