import { Table } from '@mantine/core';
import type { SurveyFigure, SurveyIndex } from '../api/types.ts';
import { intervalText, scoreText } from '../customers/satisfaction-text.ts';
import { TierBadge } from '../customers/tier-badge.tsx';
import { Said } from '../parts/said.tsx';
import { groupsOf, withheldText } from '../text/survey-results.ts';

interface GroupsProps {
  readonly figures: readonly (SurveyFigure | SurveyIndex)[];
  readonly threshold: number;
  readonly nameOf: (of: SurveyFigure['of']) => string;
  /** What the figures are of, as the head of their column. */
  readonly what: string;
}

/** A figure by unit, where there are several; what is withheld says why. */
export function Groups({ figures, threshold, nameOf, what }: GroupsProps) {
  const groups = groupsOf(figures);
  if (groups.length === 0) return null;
  return (
    <Table>
      <Table.Caption>By unit, each with all within it</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Unit</Table.Th>
          <Table.Th scope="col">n</Table.Th>
          <Table.Th scope="col">{what}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((one) => (
          <Table.Tr key={JSON.stringify(one.of)}>
            <Table.Th scope="row">
              <Said text={nameOf(one.of)} />
            </Table.Th>
            {one.n === null ? (
              <Table.Td colSpan={2}>{withheldText(one.suppressed, threshold)}</Table.Td>
            ) : (
              <>
                <Table.Td className="pl-number">{one.n}</Table.Td>
                <Table.Td className="pl-number">
                  {figureText(one)} <TierBadge tier={one.tier} />
                </Table.Td>
              </>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function figureText(figure: SurveyFigure | SurveyIndex): string {
  if (figure.value === null) return '–';
  const interval = intervalText(figure);
  return interval === undefined ? scoreText(figure) : `${scoreText(figure)} (${interval})`;
}
