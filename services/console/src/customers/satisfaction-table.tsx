import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Breakdown, SatisfactionRow } from '../api/types.ts';
import { Said } from '../parts/said.tsx';
import type { CustomersSearch } from '../search.ts';
import classes from './customers.module.css';
import { drillInto } from './drill.ts';
import { Interval } from './interval.tsx';
import {
  answersText,
  breakdownTexts,
  intervalText,
  kindOf,
  rankText,
} from './satisfaction-text.ts';
import { rowText, scoreText } from './satisfaction-text.ts';
import { TierBadge } from './tier-badge.tsx';

interface TableProps {
  readonly rows: readonly SatisfactionRow[];
  readonly by: Breakdown;
  readonly scale: { readonly min: number; readonly max: number } | null;
  readonly search: CustomersSearch;
  readonly unitNames: ReadonlyMap<string, string | null>;
}

const rankedBy =
  'Ranked by the lower end of the interval, the best first; what is hidden has no rank.';
const notRanked = 'Not ranked: without an interval nobody can say which is better.';

/** Rows by their rank, or in the order of time. Roles are named, as narrow screens show no grid. */
export function SatisfactionTable({ rows, by, scale, search, unitNames }: TableProps) {
  const isOfTime = by === 'day' || by === 'month';
  const isRanked = rows.some(({ rank }) => rank !== null);
  return (
    <Table className={classes.table} role="table" aria-label={`By ${by}`}>
      <Table.Caption>
        {isOfTime ? 'In the order of time.' : isRanked ? rankedBy : notRanked}
      </Table.Caption>
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {isRanked ? (
            <Table.Th role="columnheader" scope="col" className={classes.rankHead}>
              Rank
            </Table.Th>
          ) : null}
          {[breakdownTexts[by], 'Score', '95% interval', 'Answers'].map((label) => (
            <Table.Th key={label} role="columnheader" scope="col">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row) => (
          <Table.Tr key={row.of ?? ''} role="row">
            {isRanked ? (
              <Cell label="Rank">
                <span className="pl-number">{rankText(row.rank)}</span>
              </Cell>
            ) : null}
            <Table.Th role="rowheader" scope="row" className={classes.name}>
              <RowName row={row} by={by} search={search} unitNames={unitNames} />
            </Table.Th>
            <ScoreCells row={row} scale={scale} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Td role="cell" data-label={label}>
      {children}
    </Table.Td>
  );
}

type NameProps = Pick<TableProps, 'by' | 'search' | 'unitNames'> & {
  readonly row: SatisfactionRow;
};

function RowName({ row, by, search, unitNames }: NameProps) {
  const name = <Said text={rowText(row.of, by, unitNames)} />;
  const into = drillInto(row, by, search);
  if (into === undefined) return name;
  return (
    <Anchor inherit renderRoot={(props) => <Link to="/customers" search={into} {...props} />}>
      {name}
    </Anchor>
  );
}

type ScoreProps = Pick<TableProps, 'scale'> & { readonly row: SatisfactionRow };

function ScoreCells({ row: { tier, score, asked }, scale }: ScoreProps) {
  if (score === null) {
    return (
      <>
        <Cell label="Score">
          <TierBadge tier={tier} />
        </Cell>
        <Cell label="95% interval">
          <span className={classes.dim}>not shown</span>
        </Cell>
        <Cell label="Answers">
          <span className={classes.dim}>not shown</span>
        </Cell>
      </>
    );
  }
  return (
    <>
      <Cell label="Score">
        <span className={classes.score}>
          <strong className="pl-number">{scoreText(score)}</strong> <TierBadge tier={tier} />
        </span>
      </Cell>
      <Cell label="95% interval">
        <div>
          <Interval
            score={score}
            kind={kindOf(score)}
            scale={scale}
            indicative={tier === 'indicative'}
          />
          <span className={`${classes.dim} pl-number`}>{intervalText(score) ?? 'no interval'}</span>
        </div>
      </Cell>
      <Cell label="Answers">
        <span className="pl-number">{answersText(score.n, asked)}</span>
      </Cell>
    </>
  );
}
