import { Anchor, Checkbox, NativeSelect, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import { casesQuery, serviceLevelsQuery } from '../api/service-queries.ts';
import type { CaseSummary } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { UnitSelect } from '../parts/filters.tsx';
import { MoreButton } from '../parts/more-button.tsx';
import { UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { CasesSearch } from '../search.ts';
import { instantText } from '../text/times.ts';
import { CaseBadges, Clocks } from './clocks.tsx';
import ownClasses from './cases.module.css';

const OpenCaseForm = lazy(async () => {
  const { OpenCaseForm: form } = await import('../forms/case-forms.tsx');
  return { default: form };
});

const stages = [
  { value: 'open', label: 'Not resolved' },
  { value: 'running', label: 'Open, the clocks run' },
  { value: 'paused', label: 'Waiting' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'all', label: 'All' },
] as const;

type Change = (changed: {
  readonly [Key in keyof CasesSearch]?: CasesSearch[Key] | undefined;
}) => void;

export function CasesPage() {
  const search = useSearch({ from: '/cases' });
  const navigate = useNavigate({ from: '/cases' });
  const { stage = 'open', unit, overdue } = search;
  const change: Change = (changed) => {
    const next = (before: CasesSearch) => ({ ...before, ...changed }) as CasesSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Service cases
        </Title>
        <Anchor renderRoot={(props) => <Link to="/service-levels" {...props} />}>
          Service levels
        </Anchor>
      </div>
      <OpenedForms
        isMain
        offers={[{ label: 'Open a case', form: (close) => <OpenCaseForm onClose={close} /> }]}
      />
      <Filters search={search} change={change} />
      <Cases
        key={JSON.stringify(search)}
        filter={{
          ...{ unit, overdue: overdue === true ? 'true' : undefined },
          stage: stage === 'all' ? undefined : stage,
        }}
      />
    </>
  );
}

function Filters({ search, change }: { readonly search: CasesSearch; readonly change: Change }) {
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  return (
    <form className={ownClasses.filters} role="search" onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label="State"
        data={[...stages]}
        value={search.stage ?? 'open'}
        onChange={(event) => {
          const stage = event.currentTarget.value as NonNullable<CasesSearch['stage']> | 'open';
          change({ stage: stage === 'open' ? undefined : stage });
        }}
      />
      <UnitSelect unit={search.unit} units={units} onChange={(unit) => change({ unit })} />
      <Checkbox
        label="Overdue only"
        checked={search.overdue === true}
        onChange={(event) => change({ overdue: event.currentTarget.checked ? true : undefined })}
      />
    </form>
  );
}

function Cases({ filter }: { readonly filter: Parameters<typeof casesQuery>[0] }) {
  const found = useInfiniteQuery(casesQuery(filter));
  const levels = useQuery(serviceLevelsQuery()).data ?? [];
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-label="Cases">
      {found.isPending ? <Awaited what="cases" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data !== undefined && items.length === 0 ? (
        <Empty>There is no such case, as far as you may see them.</Empty>
      ) : null}
      <ul className={classes.list} aria-label="Cases">
        {items.map((one) => (
          <li key={one.id} className={classes.entry}>
            <Entry
              found={one}
              level={levels.find(({ id }) => id === one.slaRef)?.name}
              unitName={units.find(({ unit }) => unit === one.unit)?.name ?? null}
            />
          </li>
        ))}
      </ul>
      <MoreButton found={found} />
    </section>
  );
}

interface EntryProps {
  readonly found: CaseSummary;
  readonly level: string | null | undefined;
  readonly unitName: string | null;
}

function Entry({ found, level, unitName }: EntryProps) {
  const { id, unit, customer, summary, openedAt } = found;
  return (
    <article>
      <p className={classes.entryHead}>
        <CaseBadges found={found} />
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => <Link to="/cases/$caseId" params={{ caseId: id }} {...props} />}
          >
            <Said text={customer} missing="a customer without a name" />
          </Anchor>
        </strong>
        <span>
          worked by <UnitLink unit={unit} name={unitName} />
        </span>
        <span className={classes.dim}>
          {level === undefined ? null : (
            <>
              <Said text={level} missing="no name" /> ·{' '}
            </>
          )}
          {instantText(openedAt)}
        </span>
      </p>
      {summary === null ? null : (
        <p className={`${classes.message} ${ownClasses.clipped}`}>
          <Said text={summary} />
        </p>
      )}
      <Clocks found={found} />
    </article>
  );
}
