import { Table, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { GoalDetail, Kpi, Reading } from '../api/types.ts';
import { Met, ProgressBar } from '../parts/figures.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Empty } from '../parts/states.tsx';
import { figureText, measureText, numberText, valueText } from '../text/figures.ts';
import { instantText, spanText } from '../text/times.ts';
import classes from './goal.module.css';
import { againstOf, hasValues, readingSeries } from './series.ts';

const ReadingsChart = lazy(async () => {
  const { ReadingsChart: chart } = await import('./readings-chart.tsx');
  return { default: chart };
});

export function Indicators({ goal }: { readonly goal: GoalDetail }) {
  const { indicators, measuredBy } = goal;
  if (indicators.length === 0 && measuredBy !== 'indicators') return null;
  return (
    <section aria-labelledby="indicators-title" className={classes.section}>
      <Title order={2} size="h4" id="indicators-title">
        Indicators
      </Title>
      {indicators.length === 0 ? <Empty>No indicator tells of this goal yet.</Empty> : null}
      <div className={classes.pair}>
        {indicators.map((one) => (
          <Indicator key={one.id} kpi={one} />
        ))}
      </div>
    </section>
  );
}

function Indicator({ kpi }: { readonly kpi: Kpi }) {
  const { name, measure, latest, progress, met, completions, formula, reference, version } = kpi;
  const series = readingSeries(kpi);
  const judged = latest === null ? measure : { ...measure, ...againstOf(latest) };
  return (
    <article className={classes.card}>
      <div className={classes.cardHead}>
        <h3 className={classes.cardTitle}>
          <Said text={name} missing="Unnamed indicator" />
        </h3>
        <Met met={met} />
      </div>
      <p className={classes.measure}>
        {measureText(judged)}
        {reference === null ? '' : ' · '}
        {reference === null ? null : <bdi>{reference}</bdi>}
        {version > 1 ? ` · definition ${version}` : ''}
      </p>
      {formula === null ? null : (
        <p className={classes.note}>
          Formula: <Said text={formula} />
        </p>
      )}
      <div className={classes.bars}>
        <div>
          <div className={classes.barName}>
            Latest reading{latest === null ? '' : `, ${latest.period.name}`}
          </div>
          <span className={classes.value}>
            {latest === null ? '–' : valueText(latest.value, measure.unit)}
          </span>
        </div>
        <Standing kpi={kpi} />
        {completions === null ? null : (
          <div>
            <div className={classes.barName}>Completed</div>
            <span className={classes.value}>
              {completions.done === null ? 'unknown' : numberText(completions.done)} of{' '}
              {numberText(completions.of)}
            </span>
          </div>
        )}
      </div>
      {hasValues(series) ? (
        <Suspense fallback={null}>
          <ReadingsChart series={series} name={name ?? 'Indicator'} />
        </Suspense>
      ) : null}
      <Readings kpi={kpi} />
      {progress.n > 1 ? <p className={classes.note}>from {progress.n} readings</p> : null}
    </article>
  );
}

/** Bands are met or not, and what has no target has no progress: neither gets a bar. */
function Standing({ kpi: { measure, progress, name } }: { readonly kpi: Kpi }) {
  if (measure.kind === 'within' || measure.kind === 'undefined') return null;
  return (
    <div>
      <div className={classes.barName}>Progress</div>
      <ProgressBar figure={progress} label={`Progress of ${name ?? 'the indicator'}`} />
    </div>
  );
}

function Readings({ kpi }: { readonly kpi: Kpi }) {
  const { readings } = kpi;
  if (readings.length === 0) return <p className={classes.note}>No reading yet.</p>;
  return (
    <details className={classes.more}>
      <summary>
        {readings.length} {readings.length === 1 ? 'reading' : 'readings'}
      </summary>
      <div className={classes.scroll}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Period</Table.Th>
              <Table.Th scope="col">Value</Table.Th>
              <Table.Th scope="col">Progress</Table.Th>
              <Table.Th scope="col">Recorded</Table.Th>
              <Table.Th scope="col">Note</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {readings.toReversed().map((one) => (
              <ReadingRow key={one.id} kpi={kpi} reading={one} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </details>
  );
}

function ReadingRow({ kpi, reading }: { readonly kpi: Kpi; readonly reading: Reading }) {
  const { period, value, progress, met, late, recordedAt, by, note, supersededBy } = reading;
  return (
    <Table.Tr>
      <Table.Td>
        {period.name}
        <div className={classes.note}>{spanText(period.start, period.end)}</div>
      </Table.Td>
      <Table.Td className="pl-number">
        <span className={supersededBy === null ? undefined : classes.struck}>
          {valueText(value, kpi.measure.unit)}
        </span>
        {supersededBy === null ? null : (
          <div className={classes.note}>a later reading of the period counts</div>
        )}
      </Table.Td>
      <Table.Td className="pl-number">
        {progress.value === null ? <Met met={met} /> : figureText(progress)}
        {progress.value === null && met === null ? 'none' : null}
      </Table.Td>
      <Table.Td className="pl-number">
        {instantText(recordedAt)}
        <div className={classes.note}>
          <ActorName by={by} />
          {late ? ', late entry' : ''}
        </div>
      </Table.Td>
      <Table.Td>{note === null ? '–' : <Said text={note} block />}</Table.Td>
    </Table.Tr>
  );
}
