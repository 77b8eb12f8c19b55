import { Anchor, SegmentedControl, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { surveysQuery } from '../api/survey-queries.ts';
import type { SurveySummary } from '../api/types.ts';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import classes from '../feedback/feedback.module.css';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import type { SurveysSearch } from '../search.ts';
import { useRoles } from '../team/use-roles.ts';
import { isOpen, participationText, stageText, surveyKindTexts } from '../text/surveys.ts';

const LaunchSurveyForm = lazy(async () => {
  const { LaunchSurveyForm: form } = await import('../forms/launch-survey-form.tsx');
  return { default: form };
});

type Shown = NonNullable<SurveysSearch['stage']> | 'launched';

export function SurveysPage() {
  const { stage = 'launched' } = useSearch({ from: '/surveys' });
  const navigate = useNavigate({ from: '/surveys' });
  const isHr = useRoles().has('hr-partner');
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Surveys
        </Title>
        <SegmentedControl<Shown>
          size="sm"
          aria-label="Which surveys are shown"
          value={stage}
          onChange={(next) => {
            void navigate({ search: next === 'launched' ? {} : { stage: next }, replace: true });
          }}
          data={[
            { value: 'launched', label: 'Launched' },
            { value: 'closed', label: 'Closed' },
            { value: 'all', label: 'All' },
          ]}
        />
      </div>
      {isHr ? (
        <OpenedForms
          isMain
          offers={[
            { label: 'Launch a survey', form: (close) => <LaunchSurveyForm onClose={close} /> },
          ]}
        />
      ) : null}
      <Surveys key={stage} stage={stage === 'all' ? undefined : stage} />
    </>
  );
}

function Surveys({ stage }: { readonly stage: SurveySummary['stage'] | undefined }) {
  const found = useQuery(surveysQuery(stage, navigator.language));
  const [page, setPage] = useState(1);
  const newest = (found.data?.items ?? []).toSorted((one, other) => {
    return other.launchedAt.localeCompare(one.launchedAt);
  });
  const shown = pageOf(newest, page);
  return (
    <section className={classes.section} aria-label="Surveys">
      {found.isPending ? <Awaited what="surveys" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty>There is no such survey.</Empty> : null}
      <ul className={classes.list} aria-label="Surveys">
        {shown.items.map((survey) => (
          <li key={survey.id} className={classes.entry}>
            <Entry survey={survey} />
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
    </section>
  );
}

function Entry({ survey }: { readonly survey: SurveySummary }) {
  const { id, kind, title, audience, participants, threshold } = survey;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={isOpen(survey, today) || undefined}>
          {stageText(survey, today)}
        </span>
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/surveys/$surveyId" params={{ surveyId: id }} {...props} />
            )}
          >
            <Said text={title} missing="a survey without a title" />
          </Anchor>
        </strong>
        <span className={classes.dim}>{surveyKindTexts[kind]}</span>
      </p>
      <p className={`${classes.dim} pl-number`}>
        {audience === 'link' ? 'Answered by links' : participationText(participants, undefined)} ·
        nothing of fewer than {threshold} answers is shown
      </p>
    </article>
  );
}
