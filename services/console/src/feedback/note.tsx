import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FeedbackNote } from '../api/types.ts';
import type { Close } from '../forms/opened-form.tsx';
import { ActorName, PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { noteKindTexts, visibilityTexts, widerThan } from '../text/feedback.ts';
import { instantText } from '../text/times.ts';
import { OpenedForms, ReasonForm, WidenForm } from './opened-forms.tsx';
import classes from './feedback.module.css';

interface NoteProps {
  readonly note: FeedbackNote;
  readonly which: 'received' | 'given';
}

export function Note({ note, which }: NoteProps) {
  const { author, subject, kind, message, stage, givenAt, visibility, retracted } = note;
  const isRetracted = stage === 'retracted';
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge}>{noteKindTexts[kind]}</span>
        {isRetracted ? (
          <span className={classes.badge} data-gone>
            Retracted
          </span>
        ) : null}
        <strong>
          {which === 'received' ? 'From ' : 'To '}
          <PersonLink person={which === 'received' ? author : subject} />
        </strong>
        <span className={classes.dim}>{instantText(givenAt)}</span>
      </p>
      <p className={classes.message}>
        <Said text={message} missing={isRetracted ? 'taken back' : 'no text'} block />
      </p>
      <NoteLinks links={note.links} />
      <p className={classes.dim}>Who reads it: {visibilityTexts[visibility].toLowerCase()}</p>
      {note.widened.map(({ at, from, to, reason }) => (
        <p key={at} className={classes.dim}>
          Opened on {instantText(at)}, from “{visibilityTexts[from]}” to “{visibilityTexts[to]}”
          {reason === null ? null : (
            <>
              : <Said text={reason} />
            </>
          )}
        </p>
      ))}
      {retracted === null ? null : (
        <p className={classes.dim}>
          Retracted on {instantText(retracted.at)} by <ActorName by={retracted.by} />:{' '}
          <Said text={retracted.reason} />
        </p>
      )}
      {which === 'given' && !isRetracted ? <OwnNote note={note} /> : null}
    </article>
  );
}

/** What its author can still do with it. */
function OwnNote({ note }: Pick<NoteProps, 'note'>) {
  const { id: noteId, revision, subject, visibility } = note;
  const of = `to ${subject}`;
  const widen = {
    ...{ label: 'Let more people read it', of },
    form: (close: Close) => <WidenForm note={note} onClose={close} />,
  };
  return (
    <OpenedForms
      offers={[
        ...(widerThan[visibility].length === 0 ? [] : [widen]),
        {
          ...{ label: 'Retract', of },
          form: (close) => (
            <ReasonForm
              title="Retract the note"
              submit="Retract"
              meaning="It stays as one that was given, without its message. It is not undone."
              command={(reason) => ({
                ...{ do: 'retract-feedback', noteId, revision },
                body: { reason },
              })}
              done="The note is retracted."
              onClose={close}
            />
          ),
        },
      ]}
    />
  );
}

function NoteLinks({ links }: Pick<FeedbackNote, 'links'>) {
  if (links.length === 0) return null;
  return (
    <ul className={classes.links} aria-label="What it is about">
      {links.map(({ goal, skill, value, request }) => (
        <li key={goal ?? request ?? `${skill ?? ''} ${value ?? ''}`}>
          {goal === undefined ? null : (
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/goals/$goalId" params={{ goalId: goal }} {...props} />
              )}
            >
              a goal
            </Anchor>
          )}
          {skill === undefined ? null : (
            <>
              skill <Said text={skill} />
            </>
          )}
          {value === undefined ? null : (
            <>
              value <Said text={value} />
            </>
          )}
          {request === undefined ? null : 'answers a request'}
        </li>
      ))}
    </ul>
  );
}
