import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { surveyCommentsQuery } from '../api/survey-queries.ts';
import type { Survey } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { questionOf } from '../text/survey-results.ts';

/** In no order that says who wrote what, and beside no rating. */
export function Comments({ survey }: { readonly survey: Survey }) {
  const asks = survey.questions.some(({ kind }) => kind === 'comment');
  const found = useQuery({ ...surveyCommentsQuery(survey.id), enabled: asks });
  const [page, setPage] = useState(1);
  const shown = pageOf(found.data ?? [], page);
  if (!asks) return null;
  return (
    <section className={classes.section} aria-labelledby="comments-title">
      <h2 id="comments-title" className={classes.title}>
        Comments
      </h2>
      {found.isPending ? <Awaited what="comments" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.length === 0 ? (
        <Empty>
          None are shown: nobody wrote one, or fewer than {survey.commentThreshold} answers are
          released.
        </Empty>
      ) : null}
      <ul className={classes.list} aria-label="Comments">
        {shown.items.map(({ question, text }, index) => (
          // Nothing tells one comment from another that says the same.
          <li key={`${page} ${index}`} className={classes.entry}>
            <p className={classes.dim}>
              <Said text={questionOf(survey, question)?.text ?? question} />
            </p>
            <p className={classes.message}>
              <Said text={text} missing="the words were erased" block />
            </p>
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
    </section>
  );
}
