import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { chartQuery, chartSignalsQuery } from '../api/analytics-queries.ts';
import { serviceLevelsQuery } from '../api/service-queries.ts';
import type { ControlChart } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { PersonLink, UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure, Loading } from '../parts/states.tsx';
import { chartedText, hintTexts, openSignalsText, ruleMarks, ruleTexts } from '../text/charts.ts';
import { linesOf } from './chart-lines.ts';
import ownClasses from './charts.module.css';
import { LimitsSection } from './limits.tsx';
import { PointsTable } from './points-table.tsx';
import { Signal } from './signals.tsx';

/** With the library that draws. */
const ControlChartFigure = lazy(async () => {
  const { ControlChartFigure: figure } = await import('./control-chart.tsx');
  return { default: figure };
});

const RebaselineForm = lazy(async () => {
  const { RebaselineForm: form } = await import('../forms/chart-forms.tsx');
  return { default: form };
});

export function ChartPage() {
  const { chartId } = useParams({ from: '/control-charts/$chartId' });
  const found = useQuery(chartQuery(chartId));
  if (found.isPending) return <Awaited what="the chart" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const { data: chart } = found;
  return (
    <>
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/control-charts" {...props} />}>
          ← Control charts
        </Anchor>
      </p>
      <Head chart={chart} />
      <OpenedForms
        offers={[
          {
            label: 'Compute new limits',
            form: (close) => <RebaselineForm chart={chart} onClose={close} />,
          },
        ]}
      />
      <Drawn chart={chart} />
      <Signals chart={chart} />
      <LimitsSection chart={chart} />
    </>
  );
}

function Head({ chart }: { readonly chart: ControlChart }) {
  const { name, owner, period, latenessDays, openSignals, definition, countedAt } = chart;
  const levels = useQuery({ ...serviceLevelsQuery(), enabled: chart.serviceLevel !== null }).data;
  const level = levels?.find(({ id }) => id === chart.serviceLevel)?.name;
  return (
    <header>
      <Title order={1} size="h2">
        <Said text={name} missing="A chart without a name" />
      </Title>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={openSignals > 0 || undefined}>
          {openSignalsText(openSignals)}
        </span>
        <span>
          <Said text={chartedText(chart)} />
          {level === undefined ? null : (
            <>
              , by <Said text={level} missing="its service level" />
            </>
          )}
          , <Place chart={chart} />
        </span>
      </p>
      <p className={classes.dim}>
        By {period}, {latenessDays} days after its end · signals are looked into by{' '}
        <PersonLink person={owner} /> · defined as {definition}, counted up to position {countedAt}
      </p>
    </header>
  );
}

export function Place({ chart: { place } }: { readonly chart: Pick<ControlChart, 'place'> }) {
  if (place === null) return 'everywhere';
  if (place.by === 'unit') {
    return (
      <>
        of the unit <UnitLink unit={place.is} />
      </>
    );
  }
  return (
    <>
      at the {place.by} <Said text={place.is} />
    </>
  );
}

function Drawn({ chart }: { readonly chart: ControlChart }) {
  const lines = useMemo(() => linesOf(chart), [chart]);
  const hints = chart.limits.at(-1)?.hints ?? [];
  return (
    <section className={classes.section} aria-labelledby="chart-title">
      <h2 id="chart-title" className={classes.title}>
        The chart
      </h2>
      <Suspense fallback={<Loading label="Loading what draws the chart…" />}>
        <ControlChartFigure chart={chart} lines={lines} />
      </Suspense>
      <Key chart={chart} />
      {hints.length === 0 ? null : (
        <div className={ownClasses.hint}>
          <ul aria-label="To be known of the limits">
            {hints.map((hint) => (
              <li key={hint}>{hintTexts[hint]}</li>
            ))}
          </ul>
        </div>
      )}
      <details className={ownClasses.details}>
        <summary>All {chart.points.length} points as a table</summary>
        <PointsTable chart={chart} />
      </details>
    </section>
  );
}

/** What the signs mean; of the rules those that some point breaks. */
function Key({ chart: { points } }: { readonly chart: ControlChart }) {
  const rules = new Set(points.flatMap(({ broken }) => broken.map(({ rule }) => rule)));
  const sign = { width: 22, height: 12, viewBox: '0 0 22 12', 'aria-hidden': true } as const;
  return (
    <ul className={ownClasses.key} aria-label="Signs of the chart">
      <li>
        <svg {...sign}>
          <path className={ownClasses.centre} d="M0 6H22" />
        </svg>
        centre
      </li>
      <li>
        <svg {...sign}>
          <path className={ownClasses.limit} d="M0 6H22" />
        </svg>
        limits
      </li>
      <li>
        <svg {...sign}>
          <circle className={ownClasses.point} data-indicative cx="11" cy="6" r="3.5" />
        </svg>
        of fewer than 30
      </li>
      <li>gaps: of fewer than 5, hidden</li>
      {[...rules].map((rule) => (
        <li key={rule}>
          <svg {...sign}>
            <path className={ownClasses.broken} d="M11 -0.5L17.5 6L11 12.5L4.5 6Z" />
          </svg>
          <span>
            <strong>{ruleMarks[rule]}</strong>: {ruleTexts[rule].toLowerCase()}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Signals({ chart }: { readonly chart: ControlChart }) {
  const found = useQuery(chartSignalsQuery(chart.id));
  const newest = (found.data ?? []).toSorted((one, other) => (one.period < other.period ? 1 : -1));
  return (
    <section className={classes.section} aria-labelledby="signals-title">
      <h2 id="signals-title" className={classes.title}>
        Signals and what they came from
      </h2>
      {found.isPending ? <Awaited what="signals" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? (
        <Empty>No point after the baseline has broken a rule: there is nothing to look into.</Empty>
      ) : null}
      <ul className={classes.list} aria-label="Signals">
        {newest.map((signal) => (
          <li key={signal.id} className={classes.entry}>
            <Signal signal={signal} chart={chart} />
          </li>
        ))}
      </ul>
    </section>
  );
}
