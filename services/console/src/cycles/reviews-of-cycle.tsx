import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReviewLine } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { PersonLink, PersonName } from '../parts/people.tsx';
import { useNames } from '../parts/use-names.ts';
import { stageTexts } from '../text/reviews.ts';

/** Reviews by whom they are about, each with the way to it. */
export function ReviewsOfCycle({ reviews }: { readonly reviews: readonly ReviewLine[] }) {
  const [page, setPage] = useState(1);
  const nameOf = useNames(reviews.map(({ subject }) => subject));
  const inOrder = reviews.toSorted((one, other) => {
    return nameOf(one.subject).localeCompare(nameOf(other.subject));
  });
  const shown = pageOf(inOrder, page);
  return (
    <>
      <ul className={classes.list} aria-label="Reviews">
        {shown.items.map(({ id, subject, stage, manager }) => (
          <li key={id} className={classes.entry}>
            <p className={classes.entryHead}>
              <strong>
                <Anchor
                  inherit
                  renderRoot={(props) => (
                    <Link to="/reviews/$reviewId" params={{ reviewId: id }} {...props} />
                  )}
                >
                  <PersonName person={subject} />
                </Anchor>
              </strong>
              {stage === null ? null : <span className={classes.badge}>{stageTexts[stage]}</span>}
              {manager === null ? null : (
                <span className={classes.dim}>
                  <PersonLink person={manager} /> answers for it
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
    </>
  );
}
