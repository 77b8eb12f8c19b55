import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { noteQuery } from '../api/feedback-queries.ts';
import { goalQuery } from '../api/queries.ts';
import type { ReviewEvidence } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { ProgressBar } from '../parts/figures.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { goalText } from '../text/evidence.ts';
import { figureText } from '../text/figures.ts';
import { noteKindTexts, visibilityTexts } from '../text/feedback.ts';
import { instantText } from '../text/times.ts';
import ownClasses from './reviews.module.css';

interface GoalProps {
  readonly goalId: string;
  readonly asOf: string;
  /** As it reads today, and not as it read then. */
  readonly isNow?: boolean;
}

/** The title of a goal, with the way to it; what is not for who reads has none. */
export function GoalTitle({ goalId, asOf, isNow = false }: GoalProps) {
  const times = isNow ? {} : { asOf };
  const found = useQuery(goalQuery(goalId, times));
  if (found.isPending) return <span className={classes.dim}>…</span>;
  if (found.isError) return <span>A goal that is not yours to read</span>;
  return (
    <Anchor
      inherit
      renderRoot={(props) => (
        <Link to="/goals/$goalId" params={{ goalId }} search={times} {...props} />
      )}
    >
      <Said text={found.data.goal.title} missing="Untitled goal" />
    </Anchor>
  );
}

interface PinnedGoalProps {
  readonly goal: ReviewEvidence['goals'][number];
  readonly asOf: string;
}

/** A goal as far as it was at the pin, with each of its key results. */
export function PinnedGoal({ goal, asOf }: PinnedGoalProps) {
  const { goalId, attainment, keyResults } = goal;
  const told = useQuery(goalQuery(goalId, { asOf }));
  const names = new Map(told.data?.goal.keyResults.map(({ id, name }) => [id, name]));
  return (
    <>
      <GoalTitle goalId={goalId} asOf={asOf} />
      <ProgressBar figure={attainment} label="Progress at the pin" />
      <p className={classes.dim}>
        <bdi>{goalText(goal)}</bdi>
      </p>
      <ul className={ownClasses.story}>
        {keyResults.map(({ id, attainment: own, met }) => (
          <li key={id} className={classes.dim}>
            <Said text={names.get(id) ?? id} />: {figureText(own)}
            {met === null ? '' : met ? ', met' : ', not met'}
          </li>
        ))}
      </ul>
    </>
  );
}

/** That a note was given; what it says is fetched when it is asked for. */
export function KnownNote({ note }: { readonly note: ReviewEvidence['notes'][number] }) {
  const { noteId, kind, author, given, visibility, isRetracted } = note;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <p className={classes.entryHead}>
        <span className={classes.badge}>{noteKindTexts[kind]}</span>
        {isRetracted ? (
          <span className={classes.badge} data-gone>
            Retracted
          </span>
        ) : null}
        <span>{author === null ? 'by whom is not told' : <PersonLink person={author} />}</span>
      </p>
      <p className={classes.dim}>
        {instantText(given)}. Who reads it: {visibilityTexts[visibility].toLowerCase()}.
      </p>
      <Button
        size="compact-xs"
        variant="default"
        aria-expanded={isOpen}
        aria-label={`What it says, ${noteKindTexts[kind]}, ${instantText(given)}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        What it says
      </Button>
      {isOpen ? <Message noteId={noteId} /> : null}
    </>
  );
}

function Message({ noteId }: { readonly noteId: string }) {
  const found = useQuery(noteQuery(noteId));
  if (found.isPending) return <Awaited what="the note" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const { message, stage } = found.data;
  return (
    <p className={classes.message}>
      <Said text={message} missing={stage === 'retracted' ? 'taken back' : 'no text'} block />
    </p>
  );
}
