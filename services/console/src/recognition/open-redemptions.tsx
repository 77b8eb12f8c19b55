import { useQuery } from '@tanstack/react-query';
import { openRedemptionsQuery } from '../api/recognition-queries.ts';
import type { Redemption, RewardProgramme } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms, ReasonForm } from '../feedback/opened-forms.tsx';
import { CommandButton } from '../forms/command-button.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { offeredName, pointsText } from '../text/recognition.ts';
import { instantText } from '../text/times.ts';

interface Props {
  readonly programme: RewardProgramme | null | undefined;
}

/** What waits for HR partners, in their scope; nobody decides on a redemption of their own. */
export function OpenRedemptions({ programme }: Props) {
  const found = useQuery(openRedemptionsQuery());
  const oldest = (found.data ?? []).toSorted((one, other) => one.at.localeCompare(other.at));
  return (
    <section className={classes.section} aria-labelledby="redemptions-title">
      <h2 id="redemptions-title" className={classes.title}>
        Rewards to be decided on
      </h2>
      {found.isPending ? <Awaited what="redemptions" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? <Empty>Nothing waits for you.</Empty> : null}
      <ul className={classes.list} aria-label="Rewards to be decided on">
        {oldest.map((one) => (
          <li key={one.id} className={classes.entry}>
            <Open redemption={one} reward={offeredName(programme, 'reward', one.reward)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Open({
  redemption,
  reward,
}: {
  readonly redemption: Redemption;
  readonly reward: string;
}) {
  const { id: redemptionId, person, cost, at, revision } = redemption;
  const of = `${reward} for ${person}`;
  return (
    <article>
      <p className={classes.entryHead}>
        <strong>
          <Said text={reward} />
        </strong>
        <span>
          for <PersonLink person={person} />
        </span>
        <span className={`${classes.dim} pl-number`}>
          {pointsText(cost)} · {instantText(at)}
        </span>
      </p>
      <div className={classes.actionButtons}>
        <CommandButton
          label="Handed out"
          of={of}
          request={{
            ...{ do: 'decide-redemption', redemptionId, revision },
            body: { outcome: 'fulfil' },
          }}
        />
        <OpenedForms
          offers={[
            {
              ...{ label: 'Decline', of },
              form: (close) => (
                <ReasonForm
                  title="Decline the redemption"
                  submit="Decline it"
                  meaning="The points go back to whom they were from, who reads the reason."
                  command={(reason) => ({
                    ...{ do: 'decide-redemption', redemptionId, revision },
                    body: { outcome: 'decline', reason },
                  })}
                  done="The redemption is declined."
                  onClose={close}
                />
              ),
            },
          ]}
        />
      </div>
    </article>
  );
}
