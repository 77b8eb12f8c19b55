import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readersQuery } from '../api/people-queries.ts';
import type { Viewing } from '../api/types.ts';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { instantText } from '../text/times.ts';
import classes from './people.module.css';

/** Who has looked at what is kept of the one who is signed in, the newest look first. */
export function Readers({ person }: { readonly person: string }) {
  const found = useQuery(readersQuery(person));
  const [page, setPage] = useState(1);
  const newestFirst = (found.data?.items ?? []).toSorted((one, other) => {
    return other.at.localeCompare(one.at);
  });
  const shown = pageOf(newestFirst, page);
  return (
    <section className={classes.section} aria-labelledby="readers-title">
      <h2 id="readers-title" className={classes.sectionTitle}>
        Who has read your data
      </h2>
      <p className={classes.dim}>
        Reads of what is sensitive are recorded: private goals, addresses, leaves, history. Your own
        are not.
      </p>
      {found.isPending ? <Loading label="Loading who has read your data…" /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty>Nobody has.</Empty> : null}
      {shown.items.length === 0 ? null : (
        <>
          <Table className={classes.table} aria-label="Who has read your data">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Who</Table.Th>
                <Table.Th scope="col">When</Table.Th>
                <Table.Th scope="col">What</Table.Th>
                <Table.Th scope="col">By which rule</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.items.map((one) => (
                <ReaderRow key={`${one.at} ${one.by} ${one.action} ${one.record}`} viewing={one} />
              ))}
            </Table.Tbody>
          </Table>
          <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
        </>
      )}
    </section>
  );
}

function ReaderRow({ viewing }: { readonly viewing: Viewing }) {
  const { by, onBehalfOf, at, action, record, rule } = viewing;
  return (
    <Table.Tr>
      <Table.Td className={classes.nameCell}>
        <PersonLink person={by} />
        {onBehalfOf === undefined ? null : (
          <>
            {' for '}
            <PersonLink person={onBehalfOf} />
          </>
        )}
      </Table.Td>
      <Table.Td data-label="When">{instantText(at)}</Table.Td>
      <Table.Td data-label="What">
        <Said text={record} />
        <span className={classes.sub}>{action}</span>
      </Table.Td>
      <Table.Td data-label="By which rule">
        <Said text={rule} />
      </Table.Td>
    </Table.Tr>
  );
}
