import type { Review } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { PersonLink } from '../parts/people.tsx';
import { invitationTexts, roleTexts } from '../text/reviews.ts';
import { dayText } from '../text/times.ts';

/** Who is asked beside subject and manager; of unnamed ones not whether they have answered. */
export function Asked({ review: { invitations, peers, seenAs } }: { readonly review: Review }) {
  const isOwnAlone = seenAs.every((eye) => eye === 'writer');
  if (invitations.length === 0 || isOwnAlone) return null;
  return (
    <section className={classes.section} aria-labelledby="asked-title">
      <h2 id="asked-title" className={classes.title}>
        Who is asked
      </h2>
      <ul className={classes.list} aria-labelledby="asked-title">
        {invitations.map(({ role, reviewer, due, stage }) => (
          <li key={`${role} ${reviewer}`} className={classes.entry}>
            <p className={classes.entryHead}>
              <strong>
                <PersonLink person={reviewer} />
              </strong>
              <span>{roleTexts[role]}</span>
              {stage === null ? null : (
                <span className={classes.badge} data-open={stage === 'open' || undefined}>
                  {invitationTexts[stage]}
                </span>
              )}
              <span className={classes.dim}>by {dayText(due)}</span>
            </p>
          </li>
        ))}
      </ul>
      {peers.mode === 'named' ? null : (
        <p className={classes.dim}>They stay unnamed, so who has answered is not shown.</p>
      )}
    </section>
  );
}
