import { NativeSelect, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { calibrationFiguresQuery, type Instead } from '../api/calibration-queries.ts';
import type { CalibrationComparison, CalibrationFigures } from '../api/types.ts';
import type { CalibrationSession } from '../api/types.ts';
import tableClasses from '../customers/customers.module.css';
import classes from '../feedback/feedback.module.css';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { hiddenTexts, meanShiftText, meanText, ratingText } from '../text/calibration.ts';
import { stepTexts } from '../text/calibration.ts';
import { shareText } from '../text/figures.ts';
import ownClasses from './calibration.module.css';

type Chosen = NonNullable<Instead['instead']> | 'happened';

const chosen: readonly { readonly value: Chosen; readonly label: string }[] = [
  { value: 'happened', label: 'From what managers left to what holds' },
  { value: 'without-session', label: 'From what would hold without this session' },
  { value: 'without-moderator', label: 'From what would hold without what its moderator accepted' },
];

/** What a session has changed, in all and by group; or what would hold without it. */
export function Figures({ session }: { readonly session: CalibrationSession }) {
  const [which, setWhich] = useState<Chosen>('happened');
  const instead = which === 'happened' ? undefined : which;
  const found = useQuery(calibrationFiguresQuery(session.id, { instead }));
  return (
    <section className={classes.section} aria-labelledby="figures-title">
      <h2 id="figures-title" className={classes.title}>
        Before and after
      </h2>
      <div className={ownClasses.filters}>
        <NativeSelect
          label="Compared"
          data={[...chosen]}
          value={which}
          onChange={(event) => setWhich(event.currentTarget.value as Chosen)}
        />
      </div>
      {found.isPending ? <Awaited what="figures" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : <Found figures={found.data} />}
    </section>
  );
}

function Found({ figures }: { readonly figures: CalibrationFigures }) {
  const { n, unrated, scenario, waterfall, groups } = figures;
  if (n === 0) return <Empty>No review with a rating has come in yet.</Empty>;
  const all = groups.find(({ dimension }) => dimension === null)?.comparison;
  return (
    <>
      <p className={classes.dim}>
        Counted over {n} {n === 1 ? 'review' : 'reviews'}
        {unrated === 0 ? '' : `; ${unrated} without a rating, or not in yet`}.
        {scenario === null ? '' : ' What would hold is a scenario: it decides nothing.'}
      </p>
      {waterfall === null ? null : <Waterfall steps={waterfall} />}
      {all?.shown === true ? <Spreads comparison={all.value} /> : null}
      <Groups groups={groups} />
    </>
  );
}

function Waterfall({ steps }: { readonly steps: NonNullable<CalibrationFigures['waterfall']> }) {
  const mean = (sum: number, n: number) => (n === 0 ? null : sum / n);
  return (
    <ol className={ownClasses.steps} aria-label="Stages of the mean">
      {steps.map(({ stage, n, ratings, changes, moved }) => (
        <li key={stage}>
          {stepTexts[stage]}: <strong className="pl-number">{meanText(mean(ratings, n))}</strong>
          {stage === 'manager' ? null : (
            <span className={classes.dim}>
              {' '}
              {meanShiftText(mean(changes, n) ?? 0)}, {moved} of {n} moved
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** How often each point of the scale is the nearest one, before and after. */
function Spreads({ comparison: { before, after } }: { comparison: CalibrationComparison }) {
  return (
    <Table className={tableClasses.table} role="table" aria-label="How ratings are spread">
      <Table.Caption>
        How many are rated nearest to each point. There is no curve to meet.
      </Table.Caption>
      <Head labels={['Rating', 'Before', 'After']} />
      <Table.Tbody role="rowgroup">
        {before.counts.map(({ point, count }, at) => (
          <Table.Tr key={point} role="row">
            <Table.Th role="rowheader" scope="row">
              {ratingText(point)}
            </Table.Th>
            <Cell label="Before">{count}</Cell>
            <Cell label="After">{after.counts[at]?.count ?? 0}</Cell>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const dimensionTexts: Readonly<Record<string, string>> = {
  unit: 'Unit',
  manager: 'Rated by',
};

function Groups({ groups }: Pick<CalibrationFigures, 'groups'>) {
  return (
    <Table className={tableClasses.table} role="table" aria-label="By group">
      <Table.Caption>
        Each unit with all below it, as it was when the cycle was launched; and who left the rating.
      </Table.Caption>
      <Head labels={['Group', 'Changed', 'Mean before', 'Mean after', 'Mean shift (95%)']} />
      <Table.Tbody role="rowgroup">
        {groups.map(({ dimension, group, comparison }) => (
          <Table.Tr key={`${dimension} ${group}`} role="row">
            <Table.Th role="rowheader" scope="row">
              {dimension === null || group === null ? 'All' : <Said text={group} />}
              {dimension === null ? null : (
                <div className={`${tableClasses.dim} ${ownClasses.sub}`}>
                  {dimensionTexts[dimension] ?? dimension}
                </div>
              )}
            </Table.Th>
            {comparison.shown ? (
              <Compared comparison={comparison.value} />
            ) : (
              <Table.Td role="cell" colSpan={4} data-label="Hidden">
                <div>Not shown: {hiddenTexts[comparison.reason]}</div>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Compared({ comparison }: { readonly comparison: CalibrationComparison }) {
  const { changed, before, after, meanShift } = comparison;
  const { value, low, high } = meanShift;
  const interval =
    low === null || high === null ? '' : ` (${meanShiftText(low)} to ${meanShiftText(high)})`;
  return (
    <>
      <Cell label="Changed">
        {changed.successes} of {changed.n}
        {changed.value === null ? '' : `, ${shareText(changed.value)}`}
      </Cell>
      <Cell label="Mean before">{meanText(before.mean.value)}</Cell>
      <Cell label="Mean after">{meanText(after.mean.value)}</Cell>
      <Cell label="Mean shift">
        {value === null ? '–' : meanShiftText(value)}
        {interval}
      </Cell>
    </>
  );
}

function Head({ labels }: { readonly labels: readonly string[] }) {
  return (
    <Table.Thead role="rowgroup">
      <Table.Tr role="row">
        {labels.map((label) => (
          <Table.Th key={label} role="columnheader" scope="col">
            {label}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Td role="cell" data-label={label} className="pl-number">
      <div>{children}</div>
    </Table.Td>
  );
}
