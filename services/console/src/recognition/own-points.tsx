import { Table } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Points, RewardProgramme } from '../api/types.ts';
import { CommandButton } from '../forms/command-button.tsx';
import { Said } from '../parts/said.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { lackText, offeredName, pointsText, postingText } from '../text/recognition.ts';
import { instantText, monthText } from '../text/times.ts';
import classes from './recognition.module.css';

interface OwnPointsProps {
  readonly points: UseQueryResult<Points>;
  readonly programme: RewardProgramme | null | undefined;
}

/** What is left to give this month, what is earned, and what it can be redeemed for. */
export function OwnPoints({ points: found, programme }: OwnPointsProps) {
  const points = found.data;
  return (
    <section className={classes.points} aria-labelledby="points-title">
      <h2 id="points-title" className={classes.title}>
        My points
      </h2>
      {found.isPending ? <Loading label="Loading my points…" /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {points === undefined ? null : (
        <>
          <dl className={classes.figures}>
            <div>
              <dt>Left to give in {monthText(points.allowance.month)} (UTC)</dt>
              <dd className="pl-number">
                <strong>{points.allowance.left}</strong> of {points.allowance.of}
              </dd>
            </div>
            <div>
              <dt>Earned, to redeem</dt>
              <dd className="pl-number">
                <strong>{points.earned}</strong>
              </dd>
            </div>
          </dl>
          <Rewards points={points} programme={programme} />
          {points.pending.map(({ id, reward, cost, at }) => (
            <p key={id} className={classes.dim}>
              <Said text={offeredName(programme, 'reward', reward)} /> for {pointsText(cost)} waits
              for HR since {instantText(at)}.
            </p>
          ))}
          <Postings points={points} />
        </>
      )}
    </section>
  );
}

interface RewardsProps extends Pick<OwnPointsProps, 'programme'> {
  readonly points: Points;
}

function Rewards({ points, programme }: RewardsProps) {
  const rewards = programme?.rewards ?? [];
  if (rewards.length === 0) return null;
  return (
    <ul className={classes.rewards} aria-label="Rewards">
      {rewards.map(({ id, name, cost }) => {
        const lack = lackText(cost, points);
        return (
          <li key={id}>
            <span>
              <Said text={name ?? id} />{' '}
              <span className={`${classes.dim} pl-number`}>
                {pointsText(cost)}
                {lack === undefined ? '' : `, ${lack}`}
              </span>
            </span>
            <CommandButton
              label="Redeem"
              of={name ?? id}
              disabled={lack !== undefined}
              request={{ do: 'redeem', body: { reward: id } }}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** Postings are shown so many; the service keeps more of them. */
const postingsShown = 10;

function Postings({ points: { postings } }: { readonly points: Points }) {
  const { n, items } = postings;
  if (n === 0) return <p className={classes.dim}>Nothing was posted yet.</p>;
  const shown = items.slice(0, postingsShown);
  return (
    <details>
      <summary className={classes.summary}>
        {n} {n === 1 ? 'posting' : 'postings'}
      </summary>
      <Table className={classes.postings}>
        <Table.Caption>
          The newest {shown.length} of {n}, with what was there after each
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">To give</Table.Th>
            <Table.Th scope="col">Earned</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ id, type, at, allowance, earned }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row">
                {postingText(type)} <span className={classes.dim}>{instantText(at)}</span>
              </Table.Th>
              <Table.Td className="pl-number">{allowance}</Table.Td>
              <Table.Td className="pl-number">{earned}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
