import { Button, NativeSelect, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState, type ReactNode } from 'react';
import { boardQuery } from '../api/calibration-queries.ts';
import type { CalibrationRow, CalibrationSession } from '../api/types.ts';
import tableClasses from '../customers/customers.module.css';
import classes from '../feedback/feedback.module.css';
import { PersonLink } from '../parts/people.tsx';
import { useName, useNames } from '../parts/use-names.ts';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { boardRows, changeOf, evidenceText, partsText } from '../text/calibration.ts';
import { ratingText, shiftText } from '../text/calibration.ts';
import type { BoardOrder, BoardShown } from '../text/calibration.ts';
import ownClasses from './calibration.module.css';
import { Proposals } from './proposals.tsx';

const orders: readonly { readonly value: BoardOrder; readonly label: string }[] = [
  { value: 'person', label: 'Person' },
  { value: 'manager', label: 'Who left the rating' },
  { value: 'rating', label: 'Rating, the highest first' },
  { value: 'change', label: 'Change, upward first' },
];

const choices: readonly { readonly value: BoardShown; readonly label: string }[] = [
  { value: 'all', label: 'All reviews' },
  { value: 'proposed', label: 'With an open proposal' },
  { value: 'changed', label: 'Changed in the session' },
];

interface SessionProps {
  readonly session: CalibrationSession;
}

/** The reviews of a session side by side: what each rests on, before, proposed, and after. */
export function Board({ session }: SessionProps) {
  const found = useQuery(boardQuery(session.id));
  const [order, setOrder] = useState<BoardOrder>('person');
  const [shown, setShown] = useState<BoardShown>('all');
  const { items = [], withheld = 0 } = found.data ?? {};
  const people = items.flatMap(({ subject, manager }) => [subject, manager ?? subject]);
  const nameOf = useNames(people);
  const rows = boardRows(items, { shown, order, nameOf });
  return (
    <section className={classes.section} aria-labelledby="board-title">
      <h2 id="board-title" className={classes.title}>
        Reviews
      </h2>
      {found.isPending ? <Awaited what="reviews" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <>
          <form
            className={ownClasses.filters}
            role="search"
            onSubmit={(event) => event.preventDefault()}
          >
            <NativeSelect
              label="Shown"
              data={[...choices]}
              value={shown}
              onChange={(event) => setShown(event.currentTarget.value as BoardShown)}
            />
            <NativeSelect
              label="In the order of"
              data={[...orders]}
              value={order}
              onChange={(event) => setOrder(event.currentTarget.value as BoardOrder)}
            />
          </form>
          {withheld === 0 ? null : (
            <p className={classes.dim}>
              Not shown: {withheld}. Nobody sees here what is said of themselves, nor of whom they
              answer to or may not read.
            </p>
          )}
          {rows.length === 0 ? (
            <Empty>There is no such review here.</Empty>
          ) : (
            <Rows rows={rows} session={session} />
          )}
        </>
      )}
    </section>
  );
}

const heads = ['Person', 'Rests on', 'Before', 'Proposed', 'After', ''];

function Rows({ rows, session }: SessionProps & { readonly rows: readonly CalibrationRow[] }) {
  const [open, setOpen] = useState<string>();
  return (
    <Table className={tableClasses.table} role="table" aria-label="Board">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {heads.map((label) => (
            <Table.Th key={label} role="columnheader" scope="col">
              {label === '' ? <span className={tableClasses.dim}>Discussion</span> : label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row) => (
          <Fragment key={row.reviewId}>
            <Row
              row={row}
              isOpen={open === row.reviewId}
              onOpen={() => setOpen(open === row.reviewId ? undefined : row.reviewId)}
            />
            {open === row.reviewId ? (
              <Table.Tr role="row" className={ownClasses.discussed}>
                <Table.Td role="cell" colSpan={heads.length}>
                  <Proposals session={session} row={row} />
                </Table.Td>
              </Table.Tr>
            ) : null}
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  readonly row: CalibrationRow;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Row({ row, isOpen, onOpen }: RowProps) {
  const { subject, manager, before, after, proposals, isIn, end } = row;
  const open = proposals.filter(({ decided }) => decided === null);
  const change = changeOf(row);
  const name = useName(subject);
  return (
    <Table.Tr role="row">
      <Table.Th role="rowheader" scope="row">
        <PersonLink person={subject} />
        <div className={`${tableClasses.dim} ${ownClasses.sub}`}>
          {manager === null ? (
            'nobody answers for it'
          ) : (
            <>
              rated by <PersonLink person={manager} />
            </>
          )}
        </div>
      </Table.Th>
      <Cell label="Rests on">
        {partsText(row)}
        <div className={tableClasses.dim}>{evidenceText(row)}</div>
      </Cell>
      <Cell label="Before">{isIn ? ratingText(before) : 'not in yet'}</Cell>
      <Cell label="Proposed">
        {open.length === 0 ? '–' : open.map(({ to }) => ratingText(to)).join(', ')}
      </Cell>
      <Cell label="After">
        <span className={change === 0 ? undefined : ownClasses.moved}>{ratingText(after)}</span>
        {change === 0 ? null : <div className={tableClasses.dim}>{shiftText(change)}</div>}
        {end === null || end === 'finalised' ? null : (
          <div className={tableClasses.dim}>{end === 'withdrawn' ? 'withdrawn' : 'not rated'}</div>
        )}
      </Cell>
      <Cell label="Discussion">
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isOpen}
          aria-label={`Discuss: ${name}`}
          onClick={onOpen}
        >
          Discuss
        </Button>
      </Cell>
    </Table.Tr>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Td role="cell" data-label={label} className="pl-number">
      <div>{children}</div>
    </Table.Td>
  );
}
