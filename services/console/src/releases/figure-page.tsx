import { Anchor, Table, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { releasedFigureQuery } from '../api/analytics-queries.ts';
import { unitsQuery } from '../api/people-queries.ts';
import type { ExplainedFigure, FactRef } from '../api/types.ts';
import tableClasses from '../customers/customers.module.css';
import { TierBadge } from '../customers/tier-badge.tsx';
import classes from '../feedback/feedback.module.css';
import { MoreButton } from '../parts/more-button.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { boundsText, ofText, releasedAmount, responseOf } from '../text/releases.ts';
import { spanText } from '../text/times.ts';

/** Why this number: its formula, what was put in, what the guard decided, and from which facts. */
export function FigurePage() {
  const { releaseId, figure } = useParams({ from: '/releases/$releaseId/figures/$figure' });
  const found = useInfiniteQuery(releasedFigureQuery(releaseId, figure));
  const [first] = found.data?.pages ?? [];
  if (found.isPending) return <Awaited what="the figure" error={found.failureReason} />;
  if (found.isError || first === undefined) {
    return <Failure error={found.error} reset={() => void found.refetch()} />;
  }
  const facts = found.data.pages.flatMap((page) => page.facts ?? []);
  return (
    <>
      <Head explained={first} />
      <Formula explained={first} />
      <Counts explained={first} />
      <section className={classes.section} aria-labelledby="facts-title">
        <h2 id="facts-title" className={classes.title}>
          The facts that it was counted from
        </h2>
        {first.withheld === null ? null : <p className={classes.message}>{first.withheld}</p>}
        {first.withheld === null && facts.length === 0 ? <Empty>There are none.</Empty> : null}
        {facts.length === 0 ? null : <Facts facts={facts} />}
        <MoreButton found={found} />
      </section>
    </>
  );
}

interface PartProps {
  readonly explained: ExplainedFigure;
}

function Head({ explained: { figure, release } }: PartProps) {
  const units = useQuery(unitsQuery(undefined)).data?.items;
  const names = useMemo(() => new Map((units ?? []).map((one) => [one.unit, one.name])), [units]);
  const { value, n, tier } = figure;
  const bounds = boundsText(figure, release);
  return (
    <header>
      <p className={classes.dim}>
        <Anchor
          inherit
          renderRoot={(props) => (
            <Link to="/releases/$releaseId" params={{ releaseId: release.id }} {...props} />
          )}
        >
          ← <Said text={release.definition} />, {spanText(release.from, release.until)}
        </Anchor>
      </p>
      <Title order={1} size="h2">
        {n === null ? 'Why is this hidden?' : 'Why this number?'}
      </Title>
      <p className={`${classes.entryHead} pl-number`}>
        <TierBadge tier={tier} />
        <strong>
          <Said text={ofText(figure.of, names)} />
        </strong>
        {n === null ? null : (
          <span>
            {value === null ? 'no value' : releasedAmount(value, release)}
            {bounds === undefined ? '' : ` (${bounds})`}, n = {n}
          </span>
        )}
      </p>
    </header>
  );
}

function Formula({ explained: { formula, filled, guard } }: PartProps) {
  return (
    <section className={classes.section} aria-labelledby="formula-title">
      <h2 id="formula-title" className={classes.title}>
        How it was counted
      </h2>
      <div className={classes.entry}>
        <p className={classes.message}>{formula.text}</p>
        {filled === null ? null : <p className={`${classes.message} pl-number`}>{filled}</p>}
        <p className={classes.message}>{guard.decision}</p>
        <p className={classes.dim}>Defined as {formula.name}.</p>
      </div>
    </section>
  );
}

function Counts({ explained: { figure } }: PartProps) {
  const { counts } = figure;
  if (counts === null) return null;
  return (
    <section className={classes.section} aria-labelledby="counts-title">
      <h2 id="counts-title" className={classes.title}>
        How often each was given
      </h2>
      <Table maw="20rem" aria-labelledby="counts-title">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Answer</Table.Th>
            <Table.Th scope="col">Times</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {counts.map(({ score, count }) => (
            <Table.Tr key={score}>
              <Table.Th scope="row">{score}</Table.Th>
              <Table.Td className="pl-number">{count}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** As the stream of facts has them; an answer of a customer leads to its page. */
function Facts({ facts }: { readonly facts: readonly FactRef[] }) {
  return (
    <Table className={tableClasses.table} role="table" aria-labelledby="facts-title">
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {['Position', 'Fact', 'Of'].map((label) => (
            <Table.Th key={label} role="columnheader" scope="col">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {facts.map((fact) => (
          <Table.Tr key={fact.id} role="row">
            <Table.Th role="rowheader" scope="row" className="pl-number">
              {fact.position}
            </Table.Th>
            <Table.Td role="cell" data-label="Fact">
              <span>{fact.type}</span>
            </Table.Td>
            <Table.Td role="cell" data-label="Of">
              <Source fact={fact} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Source({ fact: { stream, revision } }: { readonly fact: FactRef }) {
  const responseId = responseOf(stream);
  if (responseId === undefined) return `${stream}, revision ${revision}`;
  return (
    <span>
      <Anchor
        inherit
        renderRoot={(props) => (
          <Link to="/responses/$responseId" params={{ responseId }} {...props} />
        )}
      >
        The answer {responseId}
      </Anchor>
      , revision {revision}
    </span>
  );
}
