import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nameQuery } from '../api/people-queries.ts';
import type { Actor, PersonCard } from '../api/types.ts';
import { ownerParts } from '../text/owners.ts';
import classes from './people.module.css';
import { Said } from './said.tsx';

interface PersonNameProps {
  readonly person: string;
  /** Their name, where it is known; null: that there is none. */
  readonly name?: string | null | undefined;
}

/** Who somebody is, as text: the name, and the id as long as that is all that is known. */
export function PersonName({ person, name }: PersonNameProps) {
  const asked = useQuery({ ...nameQuery(person), enabled: name === undefined });
  return <Said text={(name === undefined ? asked.data : name) ?? person} />;
}

/** Who did something, and for whom. */
export function ActorName({ by: { sub, onBehalfOf } }: { readonly by: Actor }) {
  return (
    <span>
      <PersonName person={sub} />
      {onBehalfOf === undefined ? null : (
        <>
          {' for '}
          <PersonName person={onBehalfOf} />
        </>
      )}
    </span>
  );
}

interface PersonLinkProps extends PersonNameProps {
  readonly on?: string | undefined;
}

export function PersonLink({ person, name, on }: PersonLinkProps) {
  const search = on === undefined ? {} : { on };
  return (
    <Anchor
      inherit
      className={classes.link}
      renderRoot={(props) => (
        <Link to="/people/$person" params={{ person }} search={search} {...props} />
      )}
    >
      <PersonName person={person} name={name} />
    </Anchor>
  );
}

interface UnitLinkProps {
  readonly unit: string;
  readonly name?: string | null;
  readonly on?: string | undefined;
}

/** To the people of a unit. */
export function UnitLink({ unit, name, on }: UnitLinkProps) {
  const search = on === undefined ? { unit } : { unit, on };
  return (
    <Anchor
      inherit
      className={classes.link}
      renderRoot={(props) => <Link to="/people" search={search} {...props} />}
    >
      <Said text={name ?? unit} />
    </Anchor>
  );
}

/** The owner of a goal, led to: the person, or the people of the unit. */
export function OwnerLink({ owner, on }: { readonly owner: string; on?: string | undefined }) {
  const { kind, name } = ownerParts(owner);
  if (kind === 'person') return <PersonLink person={name} on={on} />;
  if (kind !== 'unit') return <Said text={name} />;
  return (
    <span>
      <UnitLink unit={name} on={on} /> <span className={classes.dim}>(unit)</span>
    </span>
  );
}

/** Here, on leave, or no longer here. */
export function PresenceBadge({ person: { present, away } }: { readonly person: PersonCard }) {
  const state = present ? (away ? 'away' : 'here') : 'gone';
  const texts = { here: 'Here', away: 'On leave', gone: 'Not here' };
  return (
    <span className={classes.presence} data-state={state}>
      {texts[state]}
    </span>
  );
}
