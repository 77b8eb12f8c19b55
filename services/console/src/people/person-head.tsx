import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { postQuery, unitsQuery } from '../api/people-queries.ts';
import type { PersonDetails, PersonSheet } from '../api/types.ts';
import { PersonLink, PresenceBadge, UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { actionsText } from '../text/person-history.ts';
import { dayText } from '../text/times.ts';
import classes from './people.module.css';

interface HeadProps {
  readonly person: PersonSheet;
  readonly on: string | undefined;
}

/** The card of a person, with what only some may see where this reader may. */
export function PersonHead({ person: sheet, on }: HeadProps) {
  const { person, name, post, unit, details } = sheet;
  const units = useQuery(unitsQuery(on)).data?.items;
  const held = useQuery({ ...postQuery(post ?? '', on), enabled: post !== null }).data;
  const unitName = units?.find((one) => one.unit === unit)?.name ?? null;
  return (
    <header className={classes.card}>
      <div className={classes.titleRow}>
        <Title order={1} size="h2">
          <Said text={name} missing="Name erased" />
        </Title>
        <PresenceBadge person={sheet} />
      </div>
      <dl className={classes.facts}>
        <Fact name="Id">
          <Said text={person} />
        </Fact>
        <Fact name="Post">
          {post === null ? (
            <em>no post</em>
          ) : (
            <>
              <Said text={held?.title ?? post} />
              {held === undefined ? null : (
                <span className={classes.sub}>
                  <Said text={post} />
                </span>
              )}
            </>
          )}
        </Fact>
        <Fact name="Unit">
          {unit === null ? <em>no unit</em> : <UnitLink unit={unit} name={unitName} on={on} />}
        </Fact>
        {details === undefined ? null : <Details details={details} />}
      </dl>
    </header>
  );
}

function Details({ details }: { readonly details: PersonDetails }) {
  const { mail, presence, leaves, delegations, roles, standsInFor } = details;
  return (
    <>
      <Fact name="Mail">
        <Said text={mail} missing="none" />
      </Fact>
      <Fact name="Here">
        {presence.map(({ from, value }) => (
          <div key={from}>
            {value ? 'from' : 'until before'} {dayText(from)}
          </div>
        ))}
      </Fact>
      {leaves.length === 0 ? null : (
        <Fact name="Leaves">
          {leaves.map(({ leave, kind, from, until }) => (
            <div key={leave}>
              <Said text={kind} />, {daysText(from, until)}
            </div>
          ))}
        </Fact>
      )}
      {delegations.length === 0 ? null : (
        <Fact name="Stood in for by">
          {delegations.map(({ delegation, to, actions, from, until, revokedFrom }) => (
            <div key={delegation}>
              <PersonLink person={to} /> {actionsText(actions)}, {daysText(from, until)}
              {revokedText(revokedFrom)}
            </div>
          ))}
        </Fact>
      )}
      {standsInFor.length === 0 ? null : (
        <Fact name="Stands in for">
          {standsInFor.map(({ person, actions }) => (
            <div key={person}>
              <PersonLink person={person} /> {actionsText(actions)}
            </div>
          ))}
        </Fact>
      )}
      {roles.length === 0 ? null : (
        <Fact name="Roles">
          {roles.map(({ grant, role, unit, from, until, revokedFrom }) => (
            <div key={grant}>
              <Said text={role} /> {unit === null ? 'everywhere' : <Over unit={unit} />},{' '}
              {daysText(from, until)}
              {revokedText(revokedFrom)}
            </div>
          ))}
        </Fact>
      )}
    </>
  );
}

function Over({ unit }: { readonly unit: string }) {
  return (
    <>
      over <Said text={unit} />
    </>
  );
}

function daysText(from: string, until: string | null): string {
  return until === null ? `from ${dayText(from)}` : `${dayText(from)} to ${dayText(until)}`;
}

function revokedText(revokedFrom: string | null): string {
  return revokedFrom === null ? '' : `, revoked from ${dayText(revokedFrom)}`;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
