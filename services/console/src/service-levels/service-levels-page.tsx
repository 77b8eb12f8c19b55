import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { attainmentQuery, serviceLevelsQuery } from '../api/service-queries.ts';
import type { ServiceLevel, SlaAttainment } from '../api/types.ts';
import chartClasses from '../charts/charts.module.css';
import { TierBadge } from '../customers/tier-badge.tsx';
import { spanOf } from '../customers/drill.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { clockTitles } from '../text/cases.ts';
import { keptText, openingText, targetsText } from '../text/service-levels.ts';
import { instantText, spanText } from '../text/times.ts';

const DefineForm = lazy(async () => {
  const { DefineServiceLevelForm: form } = await import('../forms/service-level-forms.tsx');
  return { default: form };
});

const ReviseForm = lazy(async () => {
  const { ReviseServiceLevelForm: form } = await import('../forms/service-level-forms.tsx');
  return { default: form };
});

/** What customers are promised, and how often that was kept. */
export function ServiceLevelsPage() {
  const found = useQuery(serviceLevelsQuery());
  const span = spanOf(new Date().toISOString().slice(0, 10));
  const kept = useQuery(attainmentQuery(span));
  const mayDefine = useRoles().has('service-manager');
  return (
    <>
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/cases" {...props} />}>
          ← Service cases
        </Anchor>
      </p>
      <Title order={1} size="h2">
        Service levels
      </Title>
      <p className={classes.dim}>
        How often each was kept: of the cases opened {spanText(span.from, span.until)} that are
        decided, or past due.
      </p>
      {mayDefine ? (
        <OpenedForms
          isMain
          offers={[
            { label: 'Define a service level', form: (close) => <DefineForm onClose={close} /> },
          ]}
        />
      ) : null}
      {kept.isError ? <Failure error={kept.error} reset={() => void kept.refetch()} /> : null}
      <section className={classes.section} aria-label="Service levels">
        {found.isPending ? <Awaited what="service levels" error={found.failureReason} /> : null}
        {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
        {found.data?.length === 0 ? <Empty>Nothing is promised to customers yet.</Empty> : null}
        <ul className={classes.list} aria-label="Service levels">
          {(found.data ?? []).map((level) => (
            <li key={level.id} className={classes.entry}>
              <Entry
                level={level}
                kept={kept.data?.serviceLevels.find(({ slaRef }) => slaRef === level.id)}
                mayDefine={mayDefine}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface EntryProps {
  readonly level: ServiceLevel;
  readonly kept: SlaAttainment['serviceLevels'][number] | undefined;
  readonly mayDefine: boolean;
}

function Entry({ level, kept, mayDefine }: EntryProps) {
  const { name, version, targets, opening, versions } = level;
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge}>Version {version}</span>
        <strong>
          <Said text={name} missing="a service level without a name" />
        </strong>
        <span>{targetsText(targets)}</span>
      </p>
      <p className={classes.dim}>{openingText(opening)}</p>
      {kept === undefined ? null : (
        <ul className={`${chartClasses.key} pl-number`} aria-label="How often it was kept">
          {(['firstResponse', 'resolution'] as const).map((clock) => (
            <li key={clock}>
              {clockTitles[clock]}: {keptText(kept[clock])}
              {kept[clock].share.n < 30 ? <TierBadge tier="indicative" /> : null}
            </li>
          ))}
        </ul>
      )}
      {versions.length < 2 ? null : (
        <details className={chartClasses.details}>
          <summary>All {versions.length} versions</summary>
          <ol className={classes.agreed} aria-label="Versions">
            {versions.toReversed().map((one) => (
              <li key={one.version}>
                <strong>Version {one.version}</strong>: {targetsText(one.targets)},{' '}
                {openingText(one.opening)}
                {one.reason === null ? null : (
                  <p className={classes.message}>
                    <Said text={one.reason} />
                  </p>
                )}
                <p className={classes.dim}>
                  Since {instantText(one.since)}, by <ActorName by={one.by} />
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
      {mayDefine ? (
        <OpenedForms
          offers={[
            {
              ...{ label: 'Promise something else', of: name ?? level.id },
              form: (close) => <ReviseForm level={level} onClose={close} />,
            },
          ]}
        />
      ) : null}
    </article>
  );
}
