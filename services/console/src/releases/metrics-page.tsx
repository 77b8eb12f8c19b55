import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { metricsQuery } from '../api/analytics-queries.ts';
import type { Metric } from '../api/types.ts';
import chartClasses from '../charts/charts.module.css';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { termsText } from '../text/releases.ts';
import { instantText } from '../text/times.ts';
import { useReleasing } from './use-releasing.ts';

const DefineMetricForm = lazy(async () => {
  const { DefineMetricForm: form } = await import('../forms/metric-forms.tsx');
  return { default: form };
});

const ReviseMetricForm = lazy(async () => {
  const { ReviseMetricForm: form } = await import('../forms/metric-forms.tsx');
  return { default: form };
});

export function MetricsPage() {
  const found = useQuery(metricsQuery());
  const mayDefine = useReleasing();
  return (
    <>
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/releases" {...props} />}>
          ← Releases
        </Anchor>
      </p>
      <Title order={1} size="h2">
        How figures are counted
      </Title>
      {mayDefine ? (
        <OpenedForms
          isMain
          offers={[
            { label: 'Define a metric', form: (close) => <DefineMetricForm onClose={close} /> },
          ]}
        />
      ) : null}
      <section className={classes.section} aria-label="Metrics">
        {found.isPending ? <Awaited what="metrics" error={found.failureReason} /> : null}
        {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
        <ul className={classes.list} aria-label="Metrics">
          {(found.data ?? []).map((metric) => (
            <li key={metric.name} className={classes.entry}>
              <Entry metric={metric} mayDefine={mayDefine} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Entry({ metric, mayDefine }: { readonly metric: Metric; readonly mayDefine: boolean }) {
  const { name, isBuiltIn, version, versions } = metric;
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={!isBuiltIn || undefined}>
          {isBuiltIn ? 'Always there' : `Version ${version}`}
        </span>
        <strong>
          <Said text={name} />
        </strong>
        <Anchor
          inherit
          aria-label={`Releases of ${name}`}
          renderRoot={(props) => <Link to="/releases" search={{ metric: name }} {...props} />}
        >
          Releases
        </Anchor>
      </p>
      <p className={classes.dim}>{termsText(metric)}</p>
      {versions.length < 2 ? null : (
        <details className={chartClasses.details}>
          <summary>All {versions.length} versions</summary>
          <ol className={classes.agreed} aria-label={`Versions of ${name}`}>
            {versions.toReversed().map((one) => (
              <li key={one.version}>
                <strong>Version {one.version}</strong>: {termsText(one)}
                <p className={classes.dim}>
                  Since {instantText(one.since)}, by <ActorName by={one.by} />
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
      {isBuiltIn || !mayDefine ? null : (
        <OpenedForms
          offers={[
            {
              ...{ label: 'Count it otherwise', of: name },
              form: (close) => <ReviseMetricForm metric={metric} onClose={close} />,
            },
          ]}
        />
      )}
    </article>
  );
}
