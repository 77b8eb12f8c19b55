import { Anchor, Checkbox, NativeSelect, SegmentedControl, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { chartNamesQuery, chartsQuery, signalsQuery } from '../api/analytics-queries.ts';
import { unitsQuery } from '../api/people-queries.ts';
import type { ControlChartSummary } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { UnitSelect } from '../parts/filters.tsx';
import { Listed } from '../parts/listed.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import type { ChartsSearch } from '../search.ts';
import { chartedText, openSignalsText } from '../text/charts.ts';
import { Place } from './chart-page.tsx';
import ownClasses from './charts.module.css';
import { Signal } from './signals.tsx';

const DrawChartForm = lazy(async () => {
  const { DrawChartForm: form } = await import('../forms/chart-forms.tsx');
  return { default: form };
});

type Change = (changed: {
  readonly [Key in keyof ChartsSearch]?: ChartsSearch[Key] | undefined;
}) => void;

export function ChartsPage() {
  const search = useSearch({ from: '/control-charts' });
  const navigate = useNavigate({ from: '/control-charts' });
  const { view = 'charts', unit, mine, stage = 'open' } = search;
  const owner = mine === true ? ('me' as const) : undefined;
  const change: Change = (changed) => {
    const next = (before: ChartsSearch) => ({ ...before, ...changed }) as ChartsSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Control charts
        </Title>
        <SegmentedControl<'charts' | 'signals'>
          size="sm"
          aria-label="What is shown"
          value={view}
          onChange={(next) => {
            void navigate({ search: next === 'charts' ? {} : { view: next }, replace: true });
          }}
          data={[
            { value: 'charts', label: 'Charts' },
            { value: 'signals', label: 'Signals' },
          ]}
        />
      </div>
      {view === 'charts' ? (
        <OpenedForms
          isMain
          offers={[{ label: 'Draw a chart', form: (close) => <DrawChartForm onClose={close} /> }]}
        />
      ) : null}
      <Filters search={search} change={change} />
      {view === 'charts' ? (
        <Charts key={`${owner} ${unit}`} filter={{ owner, unit }} />
      ) : (
        <Signals
          key={`${owner} ${stage}`}
          filter={{
            owner,
            stage: stage === 'open' || stage === 'explained' ? stage : undefined,
            overdue: stage === 'overdue' ? 'true' : undefined,
          }}
        />
      )}
    </>
  );
}

const stages = [
  { value: 'open', label: 'To be explained' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'explained', label: 'Explained' },
  { value: 'all', label: 'All' },
] as const;

function Filters({ search, change }: { readonly search: ChartsSearch; readonly change: Change }) {
  const { view = 'charts', unit, mine, stage = 'open' } = search;
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  return (
    <form className={ownClasses.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      {view === 'charts' ? (
        <UnitSelect
          label="Of a unit"
          unit={unit}
          units={units}
          onChange={(chosen) => change({ unit: chosen })}
        />
      ) : (
        <NativeSelect
          label="State"
          data={[...stages]}
          value={stage}
          onChange={(event) => {
            const chosen = event.currentTarget.value as NonNullable<ChartsSearch['stage']> | 'open';
            change({ stage: chosen === 'open' ? undefined : chosen });
          }}
        />
      )}
      <Checkbox
        label="Those that I am to look into"
        checked={mine === true}
        onChange={(event) => change({ mine: event.currentTarget.checked ? true : undefined })}
      />
    </form>
  );
}

function Charts({ filter }: { readonly filter: Parameters<typeof chartsQuery>[0] }) {
  const found = useInfiniteQuery(chartsQuery(filter));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Listed
      name="Charts"
      found={found}
      empty={items.length === 0 ? 'There is no such chart, as far as you may see them.' : undefined}
    >
      {items.map((chart) => (
        <li key={chart.id} className={classes.entry}>
          <Entry chart={chart} />
        </li>
      ))}
    </Listed>
  );
}

function Signals({ filter }: { readonly filter: Parameters<typeof signalsQuery>[0] }) {
  const found = useInfiniteQuery(signalsQuery(filter));
  const names = useQuery(chartNamesQuery()).data;
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Listed
      name="Signals"
      found={found}
      empty={
        items.length === 0 ? 'There is no such signal, as far as you may see them.' : undefined
      }
    >
      {items.map((signal) => (
        <li key={signal.id} className={classes.entry}>
          <Signal signal={signal} chartName={names?.get(signal.chart)} />
        </li>
      ))}
    </Listed>
  );
}

function Entry({ chart }: { readonly chart: ControlChartSummary }) {
  const { id, name, openSignals, period, lastPeriod, version, owner } = chart;
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={openSignals > 0 || undefined}>
          {openSignalsText(openSignals)}
        </span>
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/control-charts/$chartId" params={{ chartId: id }} {...props} />
            )}
          >
            <Said text={name} missing="a chart without a name" />
          </Anchor>
        </strong>
      </p>
      <p className={classes.dim}>
        <Said text={chartedText(chart)} />, <Place chart={chart} /> · by {period}
        {lastPeriod === null ? '' : `, up to ${lastPeriod}`} · limits of version {version} · of{' '}
        <PersonLink person={owner} />
      </p>
    </article>
  );
}
