import { Table } from '@mantine/core';
import type { SatisfactionLine } from '../api/types.ts';
import classes from './customers.module.css';
import { Interval } from './interval.tsx';
import { causesOf, intervalText, kindMeanings, sizeText } from './satisfaction-text.ts';
import { kindOf, scoreText, tierMeanings } from './satisfaction-text.ts';
import { TierBadge } from './tier-badge.tsx';

interface TotalProps {
  readonly total: SatisfactionLine;
  readonly scale: { readonly min: number; readonly max: number } | null;
}

/** All answers of the part that is looked at, with those who were asked and gave none. */
export function Total({ total, scale }: TotalProps) {
  const { tier, score, asked, noAnswer } = total;
  return (
    <section className={classes.total} aria-labelledby="total-title">
      <h2 id="total-title" className={classes.title}>
        In all <TierBadge tier={tier} />
      </h2>
      {score === null ? (
        <p className={classes.note}>
          Hidden: fewer than 5 answers, or none at all. No figure is shown, so that nobody can be
          told by it.
        </p>
      ) : (
        <div className={classes.figures}>
          <div>
            <div className={`${classes.figure} pl-number`}>{scoreText(score)}</div>
            <p className={classes.note}>{kindMeanings[kindOf(score)]}</p>
            <Interval
              score={score}
              kind={kindOf(score)}
              scale={scale}
              indicative={tier === 'indicative'}
            />
            <p className={`${classes.note} pl-number`}>
              {intervalText(score) === undefined
                ? 'No interval'
                : `95% interval: ${intervalText(score)}`}
              {` · ${sizeText(score.n, asked)}`}
            </p>
            {score.promoters === undefined ? null : (
              <p className={`${classes.note} pl-number`}>
                {score.promoters} promoters · {score.passives} passives · {score.detractors}{' '}
                detractors
              </p>
            )}
            {tier === 'indicative' ? <p className={classes.note}>{tierMeanings[tier]}</p> : null}
          </div>
          {noAnswer === null ? null : <NoAnswers noAnswer={noAnswer} />}
        </div>
      )}
    </section>
  );
}

interface NoAnswersProps {
  readonly noAnswer: NonNullable<SatisfactionLine['noAnswer']>;
}

function NoAnswers({ noAnswer }: NoAnswersProps) {
  const causes = causesOf(noAnswer);
  if (causes.length === 0) {
    return <p className={classes.note}>Everybody who was asked has answered.</p>;
  }
  return (
    <Table className={classes.causes}>
      <Table.Caption>Asked, and did not answer</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Cause</Table.Th>
          <Table.Th scope="col">Customers</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {causes.map(({ cause, label, count }) => (
          <Table.Tr key={cause}>
            <Table.Th scope="row">{label}</Table.Th>
            <Table.Td className="pl-number">{count}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
