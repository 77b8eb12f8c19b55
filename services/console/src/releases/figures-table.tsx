import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MetricRelease, ReleasedFigure } from '../api/types.ts';
import classes from '../customers/customers.module.css';
import { Interval } from '../customers/interval.tsx';
import { kindOf, rankText } from '../customers/satisfaction-text.ts';
import { TierBadge } from '../customers/tier-badge.tsx';
import { Said } from '../parts/said.tsx';
import { boundsText, ofText, releasedAmount, suppressedText } from '../text/releases.ts';
import type { FigureSection } from '../text/releases.ts';

type Names = ReadonlyMap<string, string | null>;

interface TableProps {
  readonly release: MetricRelease;
  readonly section: FigureSection;
  readonly units: Names;
}

/** The figures of one crossing. Roles are named, as narrow screens show no grid. */
export function FiguresTable({ release, section, units }: TableProps) {
  const { title, isRanked, figures } = section;
  return (
    <Table className={classes.table} role="table" aria-label={title}>
      <Table.Caption>
        {title}
        {isRanked ? ', ranked by the lower end of the interval; what is hidden has no rank' : ''}
      </Table.Caption>
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {isRanked ? (
            <Table.Th role="columnheader" scope="col" className={classes.rankHead}>
              Rank
            </Table.Th>
          ) : null}
          {['Group', 'Value', '95% interval', 'Answers', 'Why'].map((label) => (
            <Table.Th key={label} role="columnheader" scope="col">
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {figures.map((figure) => (
          <Table.Tr key={figure.figure} role="row">
            {isRanked ? <Cell label="Rank">{rankText(figure.rank)}</Cell> : null}
            <Table.Th role="rowheader" scope="row" className={classes.name}>
              <Said text={ofText(figure.of, units)} />
            </Table.Th>
            <Shown release={release} figure={figure} />
            <Cell label="Why">
              <Anchor
                inherit
                aria-label={`${whyLabel(figure)}: ${ofText(figure.of, units)}`}
                renderRoot={(props) => (
                  <Link
                    to="/releases/$releaseId/figures/$figure"
                    params={{ releaseId: release.id, figure: String(figure.figure) }}
                    {...props}
                  />
                )}
              >
                {whyLabel(figure)}
              </Anchor>
            </Cell>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function whyLabel({ suppressed }: ReleasedFigure): string {
  return suppressed === null ? 'Why this number?' : 'Why hidden?';
}

function Shown({ release, figure }: { readonly release: MetricRelease; figure: ReleasedFigure }) {
  const { tier, value, low, high, n, suppressed } = figure;
  if (suppressed !== null || n === null) {
    return (
      <>
        <Cell label="Value">
          <TierBadge tier={tier} />{' '}
          <span className={classes.dim}>
            {suppressed === null ? '' : suppressedText(suppressed, release.threshold)}
          </span>
        </Cell>
        <Cell label="95% interval">
          <span className={classes.dim}>not shown</span>
        </Cell>
        <Cell label="Answers">
          <span className={classes.dim}>not shown</span>
        </Cell>
      </>
    );
  }
  return (
    <>
      <Cell label="Value">
        <span className={classes.score}>
          <strong>{value === null ? 'no value' : releasedAmount(value, release)}</strong>{' '}
          <TierBadge tier={tier} />
        </span>
      </Cell>
      <Cell label="95% interval">
        <Interval
          score={{ value, low, high }}
          kind={kindOf({ definition: release.formula })}
          scale={release.source.scale}
          indicative={tier === 'indicative'}
        />
        <span className={classes.dim}>{boundsText(figure, release) ?? 'no interval'}</span>
      </Cell>
      <Cell label="Answers">{n}</Cell>
    </>
  );
}

function Cell({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Table.Td role="cell" data-label={label} className="pl-number">
      <div>{children}</div>
    </Table.Td>
  );
}
