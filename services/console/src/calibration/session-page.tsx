import { SegmentedControl, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { calibrationQuery } from '../api/calibration-queries.ts';
import type { CalibrationSession } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import { ActorName, PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { useNames } from '../parts/use-names.ts';
import { useRoles } from '../team/use-roles.ts';
import { useSelf } from '../team/use-self.ts';
import { changeText } from '../text/calibration.ts';
import { instantText } from '../text/times.ts';
import { Board } from './board.tsx';
import ownClasses from './calibration.module.css';
import { Figures } from './figures.tsx';
import { StageBadge } from './sessions-page.tsx';

const LockForm = lazy(async () => {
  const { LockForm: form } = await import('../forms/calibration-forms.tsx');
  return { default: form };
});

const AddMemberForm = lazy(async () => {
  const { AddMemberForm: form } = await import('../forms/calibration-forms.tsx');
  return { default: form };
});

const LeaveForm = lazy(async () => {
  const { LeaveForm: form } = await import('../forms/calibration-forms.tsx');
  return { default: form };
});

/** One session: who takes part, the board, and what it has changed. */
export function CalibrationPage() {
  const { sessionId } = useParams({ from: '/calibration/$sessionId' });
  const { view = 'board' } = useSearch({ from: '/calibration/$sessionId' });
  const navigate = useNavigate({ from: '/calibration/$sessionId' });
  const found = useQuery(calibrationQuery(sessionId));
  if (found.isPending) return <Awaited what="the session" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  return (
    <>
      <Head session={found.data} />
      <Actions session={found.data} />
      <SegmentedControl<'board' | 'figures'>
        mt="md"
        size="sm"
        aria-label="Part of the session"
        value={view}
        onChange={(next) => {
          void navigate({ search: next === 'board' ? {} : { view: next }, replace: true });
        }}
        data={[
          { value: 'board', label: 'Reviews' },
          { value: 'figures', label: 'Before and after' },
        ]}
      />
      {view === 'board' ? <Board session={found.data} /> : <Figures session={found.data} />}
      <Changes session={found.data} />
    </>
  );
}

function Head({ session }: { readonly session: CalibrationSession }) {
  const { title, moderator, members, convenedAt, lockedAt, closing } = session;
  return (
    <header>
      <Title order={1} size="h2">
        <Said text={title} missing="A session without a title" />
      </Title>
      <p className={`${classes.entryHead} ${ownClasses.who}`}>
        <StageBadge session={session} />
        {moderator === null ? null : (
          <span>
            led by <PersonLink person={moderator} />
          </span>
        )}
        {members.length === 0 ? null : (
          <span>
            with{' '}
            {members.map((person, index) => (
              <span key={person}>
                {index === 0 ? '' : ', '}
                <PersonLink person={person} />
              </span>
            ))}
          </span>
        )}
        <span className={classes.dim}>
          since {instantText(convenedAt)}
          {lockedAt === null ? '' : `, locked on ${instantText(lockedAt)}`}
        </span>
      </p>
      {closing === null ? null : (
        <p className={classes.message}>
          <Said text={closing} block />
        </p>
      )}
    </header>
  );
}

/** What may be done goes by who one is; the server decides. */
function Actions({ session }: { readonly session: CalibrationSession }) {
  const { id: sessionId, stage, moderator } = session;
  const { own, behalf } = useSelf();
  const isHr = useRoles().has('hr-partner');
  if (stage === 'locked' || behalf !== undefined) return null;
  const offers = [
    ...(own === moderator
      ? [
          {
            label: 'Lock the session',
            form: (close: Close) => <LockForm sessionId={sessionId} onClose={close} />,
          },
        ]
      : []),
    ...(isHr
      ? [
          {
            label: 'Add a member',
            form: (close: Close) => <AddMemberForm sessionId={sessionId} onClose={close} />,
          },
          {
            label: 'Excuse a member',
            form: (close: Close) => (
              <LeaveForm sessionId={sessionId} isModerator={false} onClose={close} />
            ),
          },
          {
            label: 'Replace the moderator',
            form: (close: Close) => <LeaveForm sessionId={sessionId} isModerator onClose={close} />,
          },
        ]
      : []),
  ];
  return offers.length === 0 ? null : <OpenedForms offers={offers} />;
}

function Changes({ session: { changes } }: { readonly session: CalibrationSession }) {
  const people = changes.flatMap(({ members = [], member, from, to }) => {
    return [...members, member, from, to].filter((one) => one !== undefined);
  });
  const nameOf = useNames(people);
  if (changes.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="changes-title">
      <h2 id="changes-title" className={classes.title}>
        Who and what came and went
      </h2>
      <ol className={ownClasses.history} aria-label="Changes">
        {changes.map((change) => (
          <li key={`${change.at} ${change.kind} ${change.member ?? change.to ?? ''}`}>
            <bdi>{changeText(change, nameOf)}</bdi>, on {instantText(change.at)} by{' '}
            <ActorName by={change.by} />
            {change.reason === undefined ? null : (
              <>
                : <Said text={change.reason} missing="the reason was erased" />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
