import { Anchor, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, useMemo } from 'react';
import { releaseQuery } from '../api/analytics-queries.ts';
import { unitsQuery } from '../api/people-queries.ts';
import type { MetricRelease } from '../api/types.ts';
import tableClasses from '../customers/customers.module.css';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { differenceText, formulaTexts, ofText, sectionsOf, statedText } from '../text/releases.ts';
import { instantText, spanText } from '../text/times.ts';
import { FiguresTable } from './figures-table.tsx';
import { RestatedBadges } from './releases-page.tsx';
import { useReleasing } from './use-releasing.ts';

const RestateForm = lazy(async () => {
  const { RestateForm: form } = await import('../forms/release-forms.tsx');
  return { default: form };
});

type Names = ReadonlyMap<string, string | null>;

export function ReleasePage() {
  const { releaseId } = useParams({ from: '/releases/$releaseId' });
  const found = useQuery(releaseQuery(releaseId));
  const mayRelease = useReleasing();
  const units = useQuery(unitsQuery(undefined)).data?.items;
  const names = useMemo(() => new Map((units ?? []).map((one) => [one.unit, one.name])), [units]);
  if (found.isPending) return <Awaited what="the release" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const { data: release } = found;
  return (
    <>
      <Head release={release} />
      {mayRelease && release.restatedBy === null ? (
        <OpenedForms
          offers={[
            {
              label: 'Count it again',
              form: (close) => <RestateForm release={release} onClose={close} />,
            },
          ]}
        />
      ) : null}
      <Changed release={release} units={names} />
      <Figures release={release} units={names} />
    </>
  );
}

function Head({ release }: { readonly release: MetricRelease }) {
  const { definition, source, from, until, formula, threshold, countedAt, at, by } = release;
  const { restates, restatedBy } = release;
  const { question, scale, survey } = source;
  return (
    <header>
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/releases" {...props} />}>
          ← Releases
        </Anchor>
      </p>
      <Title order={1} size="h2">
        <Said text={definition} />, {spanText(from, until)}
      </Title>
      <p className={classes.entryHead}>
        <RestatedBadges release={release} />
        <span>
          of <Said text={question} />, on a scale of {scale.min} to {scale.max}
        </span>
        {survey === undefined ? null : <SurveyLink surveyId={survey} />}
        <span className={classes.dim}>{formulaTexts[formula]}</span>
      </p>
      <p className={`${classes.dim} pl-number`}>
        Released on {instantText(at)} by <ActorName by={by} />, counted up to position {countedAt}{' '}
        and never changed. Nothing of fewer than {threshold} answers is shown, nor what would give
        it away.
      </p>
      {restatedBy === null ? null : (
        <p>
          It was counted again since: <Other release={restatedBy}>the later release</Other>. This
          one stays as it was.
        </p>
      )}
      {restates === null ? null : (
        <p>
          It counts <Other release={restates}>an earlier release</Other> again, with what came late.
        </p>
      )}
    </header>
  );
}

function SurveyLink({ surveyId }: { readonly surveyId: string }) {
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/surveys/$surveyId" params={{ surveyId }} {...props} />}
    >
      the survey
    </Anchor>
  );
}

function Other({ release, children }: { readonly release: string; readonly children: string }) {
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => (
        <Link to="/releases/$releaseId" params={{ releaseId: release }} {...props} />
      )}
    >
      {children}
    </Anchor>
  );
}

interface PartProps {
  readonly release: MetricRelease;
  readonly units: Names;
}

function Figures({ release, units }: PartProps) {
  const sections = useMemo(() => sectionsOf(release), [release]);
  return (
    <section className={classes.section} aria-labelledby="figures-title">
      <h2 id="figures-title" className={classes.title}>
        Figures
      </h2>
      {sections.length === 0 ? <Empty>There are none that you may see.</Empty> : null}
      {sections.map((section) => (
        <FiguresTable key={section.title} {...{ release, section, units }} />
      ))}
    </section>
  );
}

/** What the restatement has changed. */
function Changed({ release, units }: PartProps) {
  if (release.restates === null) return null;
  const { diff } = release;
  return (
    <section className={classes.section} aria-labelledby="changed-title">
      <h2 id="changed-title" className={classes.title}>
        What has changed against the earlier release
      </h2>
      {diff.length === 0 ? (
        <Empty>No figure has changed.</Empty>
      ) : (
        <Table className={tableClasses.table} role="table" aria-labelledby="changed-title">
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              {['Group', 'Before', 'Now', 'Difference'].map((label) => (
                <Table.Th key={label} role="columnheader" scope="col">
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">
            {diff.map(({ of, before, after, difference }) => (
              <Table.Tr key={JSON.stringify(of)} role="row" className="pl-number">
                <Table.Th role="rowheader" scope="row" className={tableClasses.name}>
                  <Said text={ofText(of, units)} />
                </Table.Th>
                <Table.Td role="cell" data-label="Before">
                  {statedText(before, release)}
                </Table.Td>
                <Table.Td role="cell" data-label="Now">
                  {statedText(after, release)}
                </Table.Td>
                <Table.Td role="cell" data-label="Difference">
                  {differenceText(difference, release)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
