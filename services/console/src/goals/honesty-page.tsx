import { Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { honestyQuery } from '../api/queries.ts';
import type { Figure } from '../api/types.ts';
import { Owner } from '../parts/figures.tsx';
import { PeriodSelect } from '../parts/filters.tsx';
import { Empty, Failure, Loading } from '../parts/states.tsx';
import { brierText, brierWords } from '../text/figures.ts';
import classes from './goals.module.css';

export function HonestyPage() {
  const { period } = useSearch({ from: '/forecasts' });
  const navigate = useNavigate({ from: '/forecasts' });
  const found = useQuery(honestyQuery({ period }));
  return (
    <>
      <Title order={1} size="h2" mb="xs">
        Forecast honesty
      </Title>
      <Text c="dimmed" mb="md">
        How well the confidence given at check-ins foretold what was met when goals closed, as a
        Brier score: 0 foretells everything, 0.25 is what a coin gets, 1 is always wrong.
      </Text>
      <div className={classes.chosen}>
        <PeriodSelect
          value={period}
          onChange={(chosen) => {
            void navigate({
              search: chosen === undefined ? {} : { period: chosen },
              replace: true,
            });
          }}
        />
      </div>
      {found.isPending ? <Loading label="Loading forecasts…" /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <>
          <Overall brier={found.data.brier} />
          <ByOwner items={found.data.items} />
        </>
      )}
    </>
  );
}

function Overall({ brier }: { readonly brier: Figure }) {
  return (
    <Paper withBorder p="md" my="md" aria-live="polite">
      <div className={`${classes.figure} pl-number`}>
        {brier.value === null ? 'Unknown' : brierText(brier)}
      </div>
      <Text c="dimmed" size="sm">
        {brier.value === null
          ? 'No goal with forecasts has closed yet.'
          : `${brierWords(brier)}, from ${forecastsText(brier.n)}`}
      </Text>
    </Paper>
  );
}

interface OwnerBrier {
  readonly owner: string;
  readonly brier: Figure;
}

function ByOwner({ items }: { readonly items: readonly OwnerBrier[] }) {
  const judged = items.filter(({ brier }) => brier.n > 0);
  if (judged.length === 0) return <Empty>No owner has a forecast that was judged.</Empty>;
  return (
    <Table className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Owner</Table.Th>
          <Table.Th scope="col">Brier score</Table.Th>
          <Table.Th scope="col">Forecasts</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {judged.map(({ owner, brier }) => (
          <Table.Tr key={owner}>
            <Table.Td>
              <Owner owner={owner} />
            </Table.Td>
            <Table.Td data-label="Brier score" className="pl-number">
              {brierText(brier)}, {brierWords(brier)}
            </Table.Td>
            <Table.Td data-label="Forecasts" className="pl-number">
              {brier.n}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function forecastsText(n: number): string {
  return `${n} ${n === 1 ? 'forecast' : 'forecasts'}`;
}
