import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PersonCard } from '../api/types.ts';
import { PersonLink, PresenceBadge, UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import classes from './people.module.css';

interface PeopleTableProps {
  readonly label: string;
  readonly people: readonly PersonCard[];
  readonly on: string | undefined;
  /** Names by id, for the managers that are among those who were fetched. */
  readonly names: ReadonlyMap<string, string | null>;
  readonly unitNames: ReadonlyMap<string, string | null>;
  /** What can be opened below a line. */
  readonly more?: (person: PersonCard) => { readonly cell: ReactNode; readonly below: ReactNode };
}

export function PeopleTable(props: PeopleTableProps) {
  const { label, people, more } = props;
  return (
    <Table className={classes.table} aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Name</Table.Th>
          <Table.Th scope="col">Presence</Table.Th>
          <Table.Th scope="col">Post</Table.Th>
          <Table.Th scope="col">Unit</Table.Th>
          <Table.Th scope="col">Answers to</Table.Th>
          {more === undefined ? null : <Table.Th scope="col">Goals</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((person) => (
          <PersonRow key={person.person} {...props} person={person} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

type RowProps = Omit<PeopleTableProps, 'people' | 'label'> & { readonly person: PersonCard };

function PersonRow({ person, on, names, unitNames, more }: RowProps) {
  const { post, unit, managers } = person;
  const opened = more?.(person);
  return (
    <>
      <Table.Tr>
        <Table.Td className={classes.nameCell}>
          <PersonLink person={person.person} name={person.name} on={on} />
          {person.name === null ? null : (
            <span className={classes.sub}>
              <Said text={person.person} />
            </span>
          )}
        </Table.Td>
        <Table.Td data-label="Presence">
          <PresenceBadge person={person} />
        </Table.Td>
        <Table.Td data-label="Post">
          <Said text={post} missing="no post" />
        </Table.Td>
        <Table.Td data-label="Unit">
          {unit === null ? (
            <em>no unit</em>
          ) : (
            <UnitLink unit={unit} name={unitNames.get(unit) ?? null} on={on} />
          )}
        </Table.Td>
        <Table.Td data-label="Answers to">
          <Managers managers={managers} names={names} on={on} />
        </Table.Td>
        {opened === undefined ? null : <Table.Td data-label="Goals">{opened.cell}</Table.Td>}
      </Table.Tr>
      {opened?.below === undefined || opened.below === null ? null : (
        <Table.Tr>
          <Table.Td colSpan={6} className={classes.below}>
            {opened.below}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

type ManagersProps = Pick<PeopleTableProps, 'names' | 'on'> & {
  readonly managers: readonly string[];
};

function Managers({ managers, names, on }: ManagersProps) {
  if (managers.length === 0) return <em>nobody</em>;
  return managers.map((manager, index) => (
    <span key={manager}>
      {index === 0 ? '' : ', '}
      <PersonLink person={manager} name={names.get(manager)} on={on} />
    </span>
  ));
}

export function namesOf(people: readonly PersonCard[]): ReadonlyMap<string, string | null> {
  return new Map(people.map(({ person, name }) => [person, name]));
}
