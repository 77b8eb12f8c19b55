import { NativeSelect, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { surveyQuery } from '../api/survey-queries.ts';
import type { Survey } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OwnerLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure, Loading } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { useSelf } from '../team/use-self.ts';
import { isOpen, languageName, stageText, surveyKindTexts } from '../text/surveys.ts';
import { Comments } from './survey-comments.tsx';
import { HrActions } from './hr-actions.tsx';
import { AnonymityPromise } from './promise.tsx';
import { Results } from './survey-results.tsx';

/** With all of the signing: only who takes part needs it. */
const TakePart = lazy(async () => {
  const { TakePart: part } = await import('./take-part.tsx');
  return { default: part };
});

export function SurveyPage() {
  const { surveyId } = useParams({ from: '/surveys/$surveyId' });
  const { lang = navigator.language } = useSearch({ from: '/surveys/$surveyId' });
  const found = useQuery(surveyQuery(surveyId, lang));
  const isHr = useRoles().has('hr-partner');
  if (found.isPending) return <Awaited what="the survey" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const survey = found.data;
  return (
    <>
      <Head survey={survey} />
      {isHr ? <HrActions survey={survey} /> : null}
      <Asked survey={survey} />
      <Results survey={survey} />
      {isHr ? <Comments survey={survey} /> : null}
    </>
  );
}

function Head({ survey }: { readonly survey: Survey }) {
  const navigate = useNavigate({ from: '/surveys/$surveyId' });
  const { title, kind, owner, languages, language, threshold, commentThreshold } = survey;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <header>
      <Title order={1} size="h2">
        <Said text={title} missing="A survey without a title" />
      </Title>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={isOpen(survey, today) || undefined}>
          {stageText(survey, today)}
        </span>
        <span>{surveyKindTexts[kind]}</span>
        <span className={classes.dim}>
          of <OwnerLink owner={owner} />
        </span>
      </p>
      <p className={`${classes.dim} pl-number`}>
        Nothing of fewer than {threshold} answers is shown, no comment of fewer than{' '}
        {commentThreshold}. These numbers only rise.
      </p>
      {languages.length < 2 ? null : (
        <NativeSelect
          label="Language"
          maw="16rem"
          data={languages.map((one) => ({ value: one, label: languageName(one) }))}
          value={language}
          onChange={(event) => {
            void navigate({ search: { lang: event.currentTarget.value }, replace: true });
          }}
        />
      )}
    </header>
  );
}

/** What somebody who is asked can do; else, why there is nothing to be done. */
function Asked({ survey }: { readonly survey: Survey }) {
  const { own, behalf } = useSelf();
  const { audience, tickets } = survey;
  const isAsked = tickets.segments !== null;
  return (
    <section className={classes.section} aria-labelledby="part-title">
      <h2 id="part-title" className={classes.title}>
        Taking part
      </h2>
      {audience.kind === 'link' ? (
        <Empty>This survey is answered by links, which whoever runs it hands out.</Empty>
      ) : behalf !== undefined ? (
        <Empty>A survey is answered in person, and by nobody in the place of another.</Empty>
      ) : !isAsked ? (
        <Empty>You are not asked in this survey.</Empty>
      ) : (
        <>
          <AnonymityPromise threshold={survey.threshold} />
          <Suspense fallback={<Loading label="Loading what is needed to take part…" />}>
            <TakePart key={`${survey.id} ${own}`} survey={survey} person={own} />
          </Suspense>
        </>
      )}
    </section>
  );
}
