import { Anchor, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { satisfactionQuery } from '../api/feedback-queries.ts';
import { unitsQuery } from '../api/people-queries.ts';
import type { Breakdown, Satisfaction } from '../api/types.ts';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { TimeSlider } from '../parts/time-slider.tsx';
import { useTimeTravel } from '../parts/use-time.ts';
import {
  associationsSearch,
  responsesSearch,
  type CustomersSearch,
  type GoalSearch,
} from '../search.ts';
import { calendar } from '../time/calendar.ts';
import { dayText, spanText } from '../text/times.ts';
import { CustomersFilters, type Change } from './customers-filters.tsx';
import classes from './customers.module.css';
import { narrowings, spanOf } from './drill.ts';
import { breakdownTexts, metricTexts } from './satisfaction-text.ts';
import { SatisfactionTable } from './satisfaction-table.tsx';
import { Total } from './total.tsx';

export function CustomersPage() {
  const search = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const { metric = 'nps', by = 'location', scale, location, touchpoint, channel, unit } = search;
  const usual = spanOf(new Date().toISOString().slice(0, 10));
  const { from = usual.from, until = usual.until, asOf, effectiveAt } = search;
  const tell = (times: GoalSearch) => {
    const next = ({ asOf: _, effectiveAt: __, ...rest }: CustomersSearch) => {
      return { ...rest, ...times };
    };
    return navigate({ search: next, replace: true });
  };
  // Answers come in on any day: the slider stops at the months since the first one of the span.
  const moments = useMemo(() => calendar(Date.parse(from), Date.now()), [from]);
  const time = useTimeTravel(moments, { asOf, effectiveAt, tell });
  const question = { metric, from, until, by, scale, location, touchpoint, channel, unit };
  const found = useQuery({
    ...satisfactionQuery(question, time.times),
    placeholderData: keepPreviousData,
  });
  const waiting = found.isPlaceholderData || found.isPending;
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  const change: Change = (changed) => {
    const next = (before: CustomersSearch) =>
      ({ ...before, page: undefined, ...changed }) as CustomersSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <Title order={1} size="h2" mb="md">
        Customers
      </Title>
      <CustomersFilters {...{ search, metric, from, until, by, units, change }} />
      <Narrowed search={search} />
      <Single search={search} />
      <TimeSlider
        time={time}
        subject="satisfaction"
        position={found.data?.position ?? null}
        waiting={waiting}
      />
      {found.isPending ? <Awaited what="satisfaction" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined || found.isError ? null : (
        <div aria-busy={waiting} className={classes.found} data-waiting={waiting || undefined}>
          <Found
            satisfaction={found.data}
            search={{ ...search, from, until }}
            unitNames={new Map(units.map((one) => [one.unit, one.name]))}
            onPage={(page) => change({ page })}
          />
        </div>
      )}
    </>
  );
}

/** What the figures are narrowed to, each with the way back. */
function Narrowed({ search }: { readonly search: CustomersSearch }) {
  const parts = narrowings(search);
  if (parts.length === 0) return null;
  return (
    <ul className={classes.narrowed} aria-label="Narrowed to">
      {parts.map(({ name, value, without }) => (
        <li key={name}>
          {breakdownTexts[name]}: <Said text={value} />{' '}
          <Anchor
            inherit
            underline="always"
            aria-label={`Every ${name} again`}
            renderRoot={(props) => <Link to="/customers" search={without} {...props} />}
          >
            every {name} again
          </Anchor>
        </li>
      ))}
    </ul>
  );
}

/** Down to single responses, as far as they may be shown to whoever looks. */
function Single({ search }: { readonly search: CustomersSearch }) {
  return (
    <p className={classes.small}>
      <Anchor
        inherit
        renderRoot={(props) => (
          <Link to="/responses" search={responsesSearch({ ...search })} {...props} />
        )}
      >
        Single responses that I may read
      </Anchor>
      {' · '}
      <Anchor inherit renderRoot={(props) => <Link to="/releases" {...props} />}>
        Figures that were released to everybody
      </Anchor>
      {' · '}
      <Anchor
        inherit
        renderRoot={(props) => (
          <Link to="/associations" search={associationsSearch({ ...search })} {...props} />
        )}
      >
        What goes together with satisfaction
      </Anchor>
    </p>
  );
}

interface FoundProps {
  readonly satisfaction: Satisfaction;
  readonly search: CustomersSearch;
  readonly unitNames: ReadonlyMap<string, string | null>;
  readonly onPage: (page: number) => void;
}

function Found({ satisfaction, search, unitNames, onPage }: FoundProps) {
  const { metric, from, until, total, rows, scale, counting, position } = satisfaction;
  const by = (satisfaction.by ?? 'location') as Breakdown;
  const shown = pageOf(rows, search.page ?? 1);
  const definition = total.score?.definition;
  if (rows.length === 0) {
    return (
      <Empty>
        Nobody was asked this from {dayText(from)} to {dayText(until)}, as far as it is known here.
        Choose another question or other days.
      </Empty>
    );
  }
  return (
    <>
      <p className={`${classes.summary} pl-number`} aria-live="polite">
        <strong>
          {metricTexts[metric] ?? <Said text={metric} />} by {by}
        </strong>
        {` · ${spanText(from, until)} · ${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`}
        {scale === null ? '' : ` · on a scale of ${scale.min} to ${scale.max}`}
      </p>
      <Total total={total} scale={scale} />
      <SatisfactionTable {...{ rows: shown.items, by, scale, search, unitNames }} />
      <Pages page={shown.page} pages={shown.pages} onPage={onPage} />
      <p className={classes.small}>
        {definition === undefined ? '' : `Defined as ${definition}, `}
        counted as {counting}: every response once in each row that it is of
        {by === 'unit' ? ', so that rows of units do not add up' : ''}.
        {position === null ? '' : ` Taken at position ${position}.`} Rows of fewer than 5 answers
        are hidden, and one more where a single one would be given away by the total.
      </p>
    </>
  );
}
