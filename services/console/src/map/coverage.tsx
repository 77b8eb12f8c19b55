import { Table } from '@mantine/core';
import type { AlignmentMap, Figure, MapTheme } from '../api/types.ts';
import { ProgressBar } from '../parts/figures.tsx';
import { shareText } from '../text/figures.ts';
import { dayText } from '../text/times.ts';
import classes from './map.module.css';

export const perspectiveTexts: Readonly<Record<MapTheme['perspective'], string>> = {
  financial: 'Financial',
  customer: 'Customer',
  process: 'Process',
  growth: 'Growth',
};

/** How much of all that is pursued leads to a strategy, and how much of it to which side. */
export function Coverage({ map: { on, totals } }: { readonly map: AlignmentMap }) {
  const { coverage, byPerspective, depths, shown, hidden } = totals;
  const counted = new Intl.NumberFormat();
  return (
    <section className={classes.coverage} aria-labelledby="coverage-title">
      <h2 id="coverage-title" className={classes.title}>
        Coverage <span className={classes.count}>on {dayText(on)}</span>
      </h2>
      <div className={classes.figures}>
        <div>
          <div className={`${classes.figure} pl-number`}>
            {coverage.value === null ? 'Unknown' : shareText(coverage.value)}
          </div>
          <p className={classes.note}>{coverageText(coverage)}</p>
          <p className={classes.note}>
            {counted.format(shown)} {shown === 1 ? 'goal' : 'goals'} of every stage on this map
            {hidden === 0 ? '.' : `, ${counted.format(hidden)} of them hidden from you.`}
          </p>
          {depths.length === 0 ? null : (
            <p className={classes.note}>
              Active goals by their depth below a strategy:{' '}
              {depths.map(({ depth, goals }) => `${goals} at ${depth}`).join(', ')}.
            </p>
          )}
        </div>
        {byPerspective.length === 0 ? null : <ByPerspective rows={byPerspective} />}
      </div>
    </section>
  );
}

function coverageText({ value, n }: Figure): string {
  if (value === null) return 'No goal is active, so there is nothing to cover.';
  const goals = n === 1 ? 'the one active goal leads' : `${n} active goals, by weight, lead`;
  return `of ${goals} to a strategy; n = ${n}.`;
}

function ByPerspective({ rows }: { readonly rows: AlignmentMap['totals']['byPerspective'] }) {
  return (
    <Table className={classes.perspectives}>
      <Table.Caption>Coverage by perspective; a goal may lead to several.</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Perspective</Table.Th>
          <Table.Th scope="col">Coverage</Table.Th>
          <Table.Th scope="col">Active goals</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ perspective, coverage }) => (
          <Table.Tr key={perspective}>
            <Table.Th scope="row">{perspectiveTexts[perspective]}</Table.Th>
            <Table.Td>
              <ProgressBar
                figure={coverage}
                label={`Coverage, ${perspectiveTexts[perspective]}`}
                unknown="no active goal"
              />
            </Table.Td>
            <Table.Td className="pl-number">n = {coverage.n}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
