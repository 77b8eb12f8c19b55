import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { oneToOnesQuery } from '../api/feedback-queries.ts';
import type { AgreedAction, OneToOne } from '../api/types.ts';
import { CommandButton } from '../forms/command-button.tsx';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { actionsText, actionStageTexts, isOverdue } from '../text/feedback.ts';
import { dayText, instantText } from '../text/times.ts';
import { AgreeForm, HoldForm, OpenedForms, ReasonForm } from './opened-forms.tsx';
import classes from './feedback.module.css';

export function OneToOnesView() {
  const { behalf } = useSelf();
  if (behalf !== undefined) {
    return <Empty>One-to-ones are read by the two alone, and by nobody in their place.</Empty>;
  }
  return (
    <>
      <OpenedForms
        isMain
        offers={[{ label: 'Record a one-to-one', form: (close) => <HoldForm onClose={close} /> }]}
      />
      <Meetings />
    </>
  );
}

function Meetings() {
  const { own } = useSelf();
  const found = useQuery(oneToOnesQuery());
  const [page, setPage] = useState(1);
  const newest = (found.data?.items ?? []).toSorted((one, other) => {
    return other.on.localeCompare(one.on) || other.recordedAt.localeCompare(one.recordedAt);
  });
  const shown = pageOf(newest, page);
  return (
    <section className={classes.section} aria-label="One-to-ones">
      {found.isPending ? <Awaited what="one-to-ones" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty>No one-to-one was recorded yet.</Empty> : null}
      <ul className={classes.list} aria-label="One-to-ones">
        {shown.items.map((meeting) => (
          <li key={meeting.id} className={classes.entry}>
            <Meeting meeting={meeting} own={own} />
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
    </section>
  );
}

interface MeetingProps {
  readonly meeting: OneToOne;
  readonly own: string;
}

function Meeting({ meeting, own }: MeetingProps) {
  const { id, people, on, agenda, corrections, actions } = meeting;
  const other = people.find((person) => person !== own) ?? own;
  return (
    <article>
      <p className={classes.entryHead}>
        <strong>
          With <PersonLink person={other} />
        </strong>
        <span>{dayText(on)}</span>
        <span className={classes.dim}>{actionsText(actions)}</span>
      </p>
      {agenda.length === 0 ? null : (
        <ul className={classes.agenda} aria-label="Agenda">
          {agenda.map((point, index) => (
            // Points stay where they are: nothing is ever put between them.
            <li key={`${id} ${index}`}>
              <Said text={point} />
            </li>
          ))}
        </ul>
      )}
      {corrections.map(({ at, from, reason }) => (
        <p key={at} className={classes.dim}>
          Told as {dayText(from)} before {instantText(at)}: <Said text={reason} />
        </p>
      ))}
      {actions.length === 0 ? null : (
        <ul className={classes.agreed} aria-label="Agreed actions">
          {actions.map((action) => (
            <li key={action.id}>
              <Action action={action} meeting={meeting} />
            </li>
          ))}
        </ul>
      )}
      <OpenedForms
        offers={[
          {
            ...{ label: 'Agree an action', of: `with ${other}, ${dayText(on)}` },
            form: (close) => (
              <AgreeForm oneToOneId={id} people={people} own={own} onClose={close} />
            ),
          },
        ]}
      />
    </article>
  );
}

interface ActionProps {
  readonly action: AgreedAction;
  readonly meeting: OneToOne;
}

function Action({ action, meeting }: ActionProps) {
  const { id: actionId, owner, due, stage, ended } = action;
  const { id: oneToOneId, revision } = meeting;
  const isLate = stage === 'open' && isOverdue(due, new Date().toISOString().slice(0, 10));
  const said = action.action ?? 'the action';
  return (
    <>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={stage === 'open' || undefined}>
          {actionStageTexts[stage]}
        </span>
        <Said text={action.action} />
        <span className={classes.dim}>
          <PersonLink person={owner} /> by {dayText(due)}
          {isLate ? ', which is over' : ''}
        </span>
      </p>
      {ended === null ? null : (
        <p className={classes.dim}>
          {actionStageTexts[stage]} on {instantText(ended.at)}
          {ended.reason === null ? null : (
            <>
              : <Said text={ended.reason} />
            </>
          )}
        </p>
      )}
      {stage === 'open' ? (
        <div className={classes.actionButtons}>
          <CommandButton
            label="Done"
            of={said}
            request={{ do: 'complete-action', oneToOneId, actionId, revision, body: {} }}
          />
          <OpenedForms
            offers={[
              {
                ...{ label: 'Drop', of: said },
                form: (close) => (
                  <ReasonForm
                    title="Drop the action"
                    submit="Drop"
                    meaning="It is not to be done any more."
                    command={(reason) => ({
                      ...{ do: 'drop-action', oneToOneId, actionId, revision },
                      body: { reason },
                    })}
                    done="The action is dropped."
                    onClose={close}
                  />
                ),
              },
            ]}
          />
        </div>
      ) : null}
    </>
  );
}
