import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ChartPoint, ControlChart } from '../api/types.ts';
import classes from '../customers/customers.module.css';
import { TierBadge } from '../customers/tier-badge.tsx';
import { brokenText, chartAmount, limitsText } from '../text/charts.ts';
import { instantText, spanText } from '../text/times.ts';
import ownClasses from './charts.module.css';

/** Every point in a row. Roles are named, as narrow screens show no grid. */
export function PointsTable({ chart }: { readonly chart: ControlChart }) {
  const hasRanges = chart.points.some(({ range }) => range !== null);
  const heads = ['Value', 'Counted', 'Centre', 'Limits', ...(hasRanges ? ['Range'] : []), 'Breaks'];
  return (
    <Table className={classes.table} role="table" aria-label="Points">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {['Period', ...heads].map((label) => (
            <Table.Th key={label} role="columnheader" scope="col">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {chart.points.toReversed().map((point) => (
          <Point key={point.period} point={point} chart={chart} hasRanges={hasRanges} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface PointProps {
  readonly point: ChartPoint;
  readonly chart: ControlChart;
  readonly hasRanges: boolean;
}

function Point({ point, chart, hasRanges }: PointProps) {
  const { period, from, until, tier, figure, centre, range, rangeUpper, broken } = point;
  return (
    <Table.Tr role="row">
      <Table.Th role="rowheader" scope="row">
        {period}
        <div className={`${classes.dim} ${ownClasses.days}`}>
          {spanText(from, until)}
          {point.isBaseline ? ` · baseline ${point.limits}` : ` · limits ${point.limits}`}
        </div>
      </Table.Th>
      <Cell label="Value">
        <span className={classes.score}>
          {figure === null ? null : <strong>{chartAmount(figure.value, chart)}</strong>}
          <TierBadge tier={tier} />
        </span>
        <Restated point={point} chart={chart} />
      </Cell>
      <Cell label="Counted">{figure === null ? 'not shown' : figure.n}</Cell>
      <Cell label="Centre">{chartAmount(centre, chart)}</Cell>
      <Cell label="Limits">{limitsText(point, chart)}</Cell>
      {hasRanges ? (
        <Cell label="Range">
          {chartAmount(range, chart)}
          {rangeUpper === null ? '' : `, at most ${chartAmount(rangeUpper, chart)}`}
        </Cell>
      ) : null}
      <Cell label="Breaks">
        {broken.length === 0 ? (
          '–'
        ) : (
          <ul className={ownClasses.breaks}>
            {broken.map((one) => (
              <li key={one.rule}>
                <strong>{brokenText(one)}</strong>
              </li>
            ))}
          </ul>
        )}
      </Cell>
    </Table.Tr>
  );
}

/** What came late, and changed a point that was plotted already. */
function Restated({ point: { restatements }, chart }: Pick<PointProps, 'point' | 'chart'>) {
  const text = (figure: (typeof restatements)[number]['before']) => {
    const value = figure?.value ?? null;
    return value === null ? 'a gap' : `${chartAmount(value, chart)} of ${figure?.n}`;
  };
  return restatements.map(({ recordedAt, before, after }) => (
    <div key={recordedAt} className={classes.dim}>
      Counted anew on {instantText(recordedAt)}: from {text(before)} to {text(after)}
    </div>
  ));
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Td role="cell" data-label={label} className="pl-number">
      <div>{children}</div>
    </Table.Td>
  );
}
