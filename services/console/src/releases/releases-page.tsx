import { Anchor, NativeSelect, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { metricsQuery, releasesQuery } from '../api/analytics-queries.ts';
import type { MetricReleaseSummary } from '../api/types.ts';
import chartClasses from '../charts/charts.module.css';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { DayFilter } from '../parts/filters.tsx';
import { Listed } from '../parts/listed.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import type { ReleasesSearch } from '../search.ts';
import { useReleasing } from './use-releasing.ts';
import { instantText, spanText } from '../text/times.ts';

const PublishForm = lazy(async () => {
  const { PublishForm: form } = await import('../forms/release-forms.tsx');
  return { default: form };
});

type Change = (changed: {
  readonly [Key in keyof ReleasesSearch]?: ReleasesSearch[Key] | undefined;
}) => void;

export function ReleasesPage() {
  const search = useSearch({ from: '/releases' });
  const navigate = useNavigate({ from: '/releases' });
  const mayRelease = useReleasing();
  const change: Change = (changed) => {
    const next = (before: ReleasesSearch) => ({ ...before, ...changed }) as ReleasesSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Releases of figures
        </Title>
        <Anchor renderRoot={(props) => <Link to="/metrics" {...props} />}>
          How they are counted
        </Anchor>
      </div>
      {mayRelease ? (
        <OpenedForms
          isMain
          offers={[{ label: 'Release figures', form: (close) => <PublishForm onClose={close} /> }]}
        />
      ) : null}
      <Filters search={search} change={change} />
      <Releases key={JSON.stringify(search)} filter={search} />
    </>
  );
}

function Filters({ search, change }: { readonly search: ReleasesSearch; readonly change: Change }) {
  const { metric, from, until } = search;
  const names = (useQuery(metricsQuery()).data ?? []).map(({ name }) => name);
  const known = metric === undefined || names.includes(metric);
  return (
    <form
      className={chartClasses.filters}
      role="search"
      onSubmit={(event) => event.preventDefault()}
    >
      <NativeSelect
        label="Metric"
        data={[{ value: '', label: 'Every metric' }, ...(known ? [] : [metric]), ...names]}
        value={metric ?? ''}
        onChange={(event) => change({ metric: event.currentTarget.value || undefined })}
      />
      <DayFilter
        key={`from ${from}`}
        label="Of days from"
        day={from}
        onChange={(day) => change({ from: day })}
      />
      <DayFilter
        key={`until ${until}`}
        label="Of days until"
        day={until}
        onChange={(day) => change({ until: day })}
      />
    </form>
  );
}

function Releases({ filter }: { readonly filter: Parameters<typeof releasesQuery>[0] }) {
  const found = useInfiniteQuery(releasesQuery(filter));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = items.toSorted((one, other) => other.at.localeCompare(one.at));
  return (
    <Listed
      name="Releases"
      found={found}
      empty={newest.length === 0 ? 'No such figures have been released.' : undefined}
    >
      {newest.map((release) => (
        <li key={release.id} className={classes.entry}>
          <Entry release={release} />
        </li>
      ))}
    </Listed>
  );
}

function Entry({ release }: { readonly release: MetricReleaseSummary }) {
  const { id, definition, source, from, until, dimensions, figures, at, by } = release;
  const broken = dimensions.length === 0 ? 'in all' : `by ${dimensions.join(', ')}`;
  return (
    <article>
      <p className={classes.entryHead}>
        <RestatedBadges release={release} />
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/releases/$releaseId" params={{ releaseId: id }} {...props} />
            )}
          >
            <Said text={definition} />, {spanText(from, until)}
          </Anchor>
        </strong>
        <span>
          of <Said text={source.question} />, {broken}
        </span>
      </p>
      <p className={`${classes.dim} pl-number`}>
        {figures} {figures === 1 ? 'figure' : 'figures'} · {instantText(at)} by{' '}
        <ActorName by={by} />
      </p>
    </article>
  );
}

type Restated = Pick<MetricReleaseSummary, 'restates' | 'restatedBy'>;

export function RestatedBadges({ release }: { readonly release: Restated }) {
  const { restates, restatedBy } = release;
  return (
    <>
      {restatedBy === null ? null : (
        <span className={classes.badge} data-gone>
          Restated since
        </span>
      )}
      {restates === null ? null : <span className={classes.badge}>Restatement</span>}
    </>
  );
}
