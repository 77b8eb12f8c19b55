import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { evidenceQuery } from '../api/review-queries.ts';
import type { ReviewEvidence } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { customerText, goalOf, lateText, publishedTitle, questionText } from '../text/evidence.ts';
import { instantText } from '../text/times.ts';
import { GoalTitle, KnownNote, PinnedGoal } from './evidence-parts.tsx';
import ownClasses from './reviews.module.css';

/** What is known of whom a review is about, as it was pinned: beside what is written of them. */
export function Evidence({ reviewId }: { readonly reviewId: string }) {
  const found = useQuery(evidenceQuery(reviewId));
  return (
    // It scrolls by itself, so that it stays beside what is typed: keys must get there, too.
    <section className={ownClasses.evidence} aria-label="Evidence" tabIndex={0}>
      <details open>
        <summary>
          <h2 className={ownClasses.summary}>Evidence</h2>
        </summary>
        {found.isPending ? <Awaited what="the evidence" error={found.failureReason} /> : null}
        {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
        {found.data === undefined ? null : <Pinned evidence={found.data} />}
      </details>
    </section>
  );
}

function Pinned({ evidence }: { readonly evidence: ReviewEvidence }) {
  const { pinned, lines, goals, notes, customers, late } = evidence;
  const altered = lines.filter(({ holds }) => !holds).length;
  return (
    <>
      <p className={classes.dim}>
        As of {instantText(pinned.asOf)}. What came later counts for nothing, unless the review is
        pinned anew.
      </p>
      {altered === 0 ? null : (
        <p role="alert">
          {altered} of {lines.length} lines are not here as they were pinned. Tell whoever runs
          this.
        </p>
      )}
      <Part title="Goals" none="No goal was theirs in this period.">
        {goals.map((goal) => (
          <li key={goal.goalId}>
            <PinnedGoal goal={goal} asOf={pinned.asOf} />
          </li>
        ))}
      </Part>
      <Part title="Feedback" none="None was given that you may know of.">
        {notes.map((note) => (
          <li key={note.noteId}>
            <KnownNote note={note} />
          </li>
        ))}
      </Part>
      <Part title="What customers answered" none="Nothing that is theirs.">
        {customers.figures.map((figure) => (
          <li key={questionText(figure)}>
            <Said text={questionText(figure)} />: {customerText(figure)}
          </li>
        ))}
      </Part>
      {customers.disputed === 0 ? null : (
        <p className={classes.dim}>
          {customers.disputed} more {customers.disputed === 1 ? 'is' : 'are'} disputed, and count
          for nobody until that is settled.
        </p>
      )}
      <Part title="What came late" none="Nothing has come since.">
        {late.map((fact) => (
          <li key={fact.fact}>
            <Late fact={fact} asOf={pinned.asOf} />
          </li>
        ))}
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}

function Part({ title, none, children }: PartProps) {
  const id = useId();
  return (
    <>
      <h3 id={id} className={ownClasses.part}>
        {title}
      </h3>
      {children.length === 0 ? (
        <p className={classes.dim}>{none}</p>
      ) : (
        <ul className={ownClasses.known} aria-labelledby={id}>
          {children}
        </ul>
      )}
    </>
  );
}

interface LateProps {
  readonly fact: ReviewEvidence['late'][number];
  readonly asOf: string;
}

function Late({ fact, asOf }: LateProps) {
  const goalId = goalOf(fact);
  return (
    <>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-gone>
          Shown, not scored
        </span>
        <span>{publishedTitle(fact.type)}</span>
        {goalId === undefined ? null : <GoalTitle goalId={goalId} asOf={asOf} isNow />}
      </p>
      <p className={classes.dim}>
        <bdi>{lateText(fact)}</bdi>
      </p>
    </>
  );
}
