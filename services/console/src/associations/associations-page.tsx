import { Anchor, NativeSelect, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { associationQuery } from '../api/analytics-queries.ts';
import { unitsQuery } from '../api/people-queries.ts';
import type { Association, Correlation } from '../api/types.ts';
import chartClasses from '../charts/charts.module.css';
import tableClasses from '../customers/customers.module.css';
import { spanOf } from '../customers/drill.ts';
import { QuestionFilter } from '../customers/question-filter.tsx';
import { metricTexts } from '../customers/satisfaction-text.ts';
import classes from '../feedback/feedback.module.css';
import { DayFilter } from '../parts/filters.tsx';
import { UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure, Loading } from '../parts/states.tsx';
import type { AssociationsSearch } from '../search.ts';
import { coefficientBoundsText, coefficientText, directionText } from '../text/associations.ts';
import { unitAmount, unitBoundsText } from '../text/associations.ts';
import { spanText } from '../text/times.ts';

/** With the library that draws. */
const UnitsScatter = lazy(async () => {
  const { UnitsScatter: scatter } = await import('./scatter.tsx');
  return { default: scatter };
});

const besideTexts = {
  'recognition-coverage': 'Recognised',
  engagement: 'Engaged',
} as const;

type Change = (changed: {
  readonly [Key in keyof AssociationsSearch]?: AssociationsSearch[Key] | undefined;
}) => void;

/** What goes together with the satisfaction of customers, or does not. */
export function AssociationsPage() {
  const search = useSearch({ from: '/associations' });
  const navigate = useNavigate({ from: '/associations' });
  const usual = spanOf(new Date().toISOString().slice(0, 10));
  const { metric = 'nps', from = usual.from, until = usual.until, scale } = search;
  const { between = 'recognition-coverage' } = search;
  const found = useQuery(associationQuery({ between, metric, from, until, scale }));
  const change: Change = (changed) => {
    const next = (before: AssociationsSearch) => ({ ...before, ...changed }) as AssociationsSearch;
    void navigate({ search: next, replace: true });
  };
  return (
    <>
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/customers" {...props} />}>
          ← Customers
        </Anchor>
      </p>
      <Title order={1} size="h2">
        What goes together with satisfaction
      </Title>
      <p className={classes.message}>
        Whether customers are more content, or less, where more of the people are recognised, or
        engaged by what they said in the last survey: over units, on the same days.
      </p>
      <form
        className={chartClasses.filters}
        role="search"
        onSubmit={(event) => event.preventDefault()}
      >
        <NativeSelect
          label="Beside it"
          data={Object.entries(besideTexts).map(([value, label]) => ({ value, label }))}
          value={between}
          onChange={(event) => {
            const isEngagement = event.currentTarget.value === 'engagement';
            change({ between: isEngagement ? 'engagement' : undefined });
          }}
        />
        <QuestionFilter {...{ metric, scale, change }} />
        <DayFilter
          key={`from ${from}`}
          label="First day"
          day={from}
          onChange={(day) => change({ from: day })}
        />
        <DayFilter
          key={`until ${until}`}
          label="Last day"
          day={until}
          onChange={(day) => change({ until: day })}
        />
      </form>
      {found.isPending ? <Awaited what="the association" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : <Found found={found.data} />}
    </>
  );
}

function Found({ found }: { readonly found: Association }) {
  const { n, from, until, and, pearson, spearman, warnings, position } = found;
  const units = useQuery(unitsQuery(undefined)).data?.items;
  const names = useMemo(() => new Map((units ?? []).map((one) => [one.unit, one.name])), [units]);
  const outcome = metricTexts[and] ?? and;
  return (
    <>
      <div className={chartClasses.hint}>
        <ul aria-label="To be known before it is told to anybody">
          {warnings.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      </div>
      {n === 0 ? (
        <Empty>
          There is no unit of which both figures may be shown, {spanText(from, until)}: it takes
          five people and five answers at least, thirty answers for engagement, and none beside one
          that it is part of.
        </Empty>
      ) : (
        <>
          <section className={classes.section} aria-labelledby="coefficients-title">
            <h2 id="coefficients-title" className={classes.title}>
              Over {n} {n === 1 ? 'unit' : 'units'}, {spanText(from, until)}
            </h2>
            <Coefficient name="Correlation (Pearson)" of={pearson} />
            <Coefficient name="Of their ranks (Spearman)" of={spearman} />
          </section>
          <Suspense fallback={<Loading label="Loading what draws the chart…" />}>
            <UnitsScatter {...{ found, names, outcome }} />
          </Suspense>
          <UnitsTable {...{ found, names, outcome }} />
        </>
      )}
      {position === null ? null : (
        <p className={tableClasses.small}>
          Counted as {found.counting}: each unit once, whatever its size. Taken at position{' '}
          {position}.
        </p>
      )}
    </>
  );
}

function Coefficient({ name, of }: { readonly name: string; readonly of: Correlation }) {
  return (
    <article className={classes.entry}>
      <p className={`${classes.entryHead} pl-number`}>
        <strong>
          {name}: {coefficientText(of.value)}
        </strong>
        <span>
          {coefficientBoundsText(of)}, n = {of.n}
        </span>
        <span className={classes.dim}>defined as {of.definition}</span>
      </p>
      <p className={classes.dim}>{directionText(of)}</p>
    </article>
  );
}

interface UnitsProps {
  readonly found: Association;
  readonly names: ReadonlyMap<string, string | null>;
  readonly outcome: string;
}

function UnitsTable({ found, names, outcome }: UnitsProps) {
  return (
    <Table className={tableClasses.table} role="table" aria-label="Units">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          <Table.Th role="columnheader" scope="col">
            Unit
          </Table.Th>
          <Table.Th role="columnheader" scope="col">
            {besideTexts[found.between]}
          </Table.Th>
          <Table.Th role="columnheader" scope="col">
            <Said text={outcome} />
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {found.units.map(({ unit, x, y }) => (
          <Table.Tr key={unit} role="row" className="pl-number">
            <Table.Th role="rowheader" scope="row" className={tableClasses.name}>
              <UnitLink unit={unit} name={names.get(unit) ?? null} />
            </Table.Th>
            <Table.Td role="cell" data-label={besideTexts[found.between]}>
              <span>
                <strong>{unitAmount(x)}</strong> of {x.n}{' '}
                {found.between === 'engagement' ? 'who answered' : 'people'}{' '}
                <span className={tableClasses.dim}>({unitBoundsText(x)})</span>
              </span>
            </Table.Td>
            <Table.Td role="cell" data-label="Customers">
              <span>
                <strong>{unitAmount(y)}</strong> of {y.n} answers{' '}
                <span className={tableClasses.dim}>({unitBoundsText(y)})</span>
              </span>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
