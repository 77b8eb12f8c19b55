import { lazy } from 'react';
import type { CalibrationRow, CalibrationSession } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { useName } from '../parts/use-names.ts';
import { Empty } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { ratingText, reasonTexts } from '../text/calibration.ts';
import { instantText } from '../text/times.ts';
import ownClasses from './calibration.module.css';

const ProposeForm = lazy(async () => {
  const { ProposeForm: form } = await import('../forms/calibration-forms.tsx');
  return { default: form };
});

const DecideForm = lazy(async () => {
  const { DecideForm: form } = await import('../forms/calibration-forms.tsx');
  return { default: form };
});

interface ProposalsProps {
  readonly session: CalibrationSession;
  readonly row: CalibrationRow;
}

/** What was proposed for one review, and what became of it. */
export function Proposals({ session, row }: ProposalsProps) {
  const { id: sessionId, stage, moderator, members } = session;
  const { own, behalf } = useSelf();
  const isMember = behalf === undefined && [moderator, ...members].includes(own);
  const isOpen = stage === 'running' && isMember;
  const name = useName(row.subject);
  return (
    <>
      {row.proposals.length === 0 ? <Empty>Nothing is proposed.</Empty> : null}
      <ul className={ownClasses.proposals} aria-label={`Proposals for ${name}`}>
        {row.proposals.map((one) => (
          <li key={one.id} className={ownClasses.proposal}>
            <Proposed proposal={one} />
            {isOpen && one.decided === null ? (
              <OpenedForms
                offers={[
                  ...(one.by === own ? [] : [decision(sessionId, one, true, name)]),
                  decision(sessionId, one, false, name),
                ]}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen && row.isIn ? (
        <OpenedForms
          offers={[
            {
              ...{ label: 'Propose another rating', of: name },
              form: (close) => <ProposeForm sessionId={sessionId} row={row} onClose={close} />,
            },
          ]}
        />
      ) : null}
    </>
  );
}

type Proposal = CalibrationRow['proposals'][number];

function decision(sessionId: string, proposal: Proposal, accepted: boolean, name: string) {
  const props = { sessionId, proposal, accepted };
  return {
    label: accepted ? 'Accept' : 'Turn down',
    of: `${ratingText(proposal.to)} for ${name}`,
    form: (close: Close) => <DecideForm {...props} onClose={close} />,
  };
}

function Proposed({ proposal }: { readonly proposal: Proposal }) {
  const { from, to, reasonCode, note, by, at, decided } = proposal;
  return (
    <>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={decided === null || undefined}>
          {decided === null ? 'Open' : decided.accepted ? 'Accepted' : 'Turned down'}
        </span>
        <strong className="pl-number">
          {ratingText(from)} → {ratingText(to)}
        </strong>
        <span>{reasonTexts[reasonCode]}</span>
        <span className={classes.dim}>
          by <PersonLink person={by} />, {instantText(at)}
        </span>
      </p>
      <p className={classes.message}>
        <Said text={note} missing="the note was erased" block />
      </p>
      {decided === null ? null : (
        <p className={classes.dim}>
          {decided.accepted ? 'Accepted' : 'Turned down'} by <PersonLink person={decided.by} />,{' '}
          {instantText(decided.at)}
          {decided.note === null ? null : (
            <>
              : <Said text={decided.note} />
            </>
          )}
        </p>
      )}
    </>
  );
}
