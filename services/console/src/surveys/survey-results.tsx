import { Anchor, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import { surveyResultsQuery } from '../api/survey-queries.ts';
import type { Survey, SurveyFigure, SurveyQuestion, SurveyResults } from '../api/types.ts';
import { Interval } from '../customers/interval.tsx';
import { intervalText, kindMeanings, kindOf, scoreText } from '../customers/satisfaction-text.ts';
import listClasses from '../feedback/feedback.module.css';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { groupText } from '../text/surveys.ts';
import { countLines, questionOf, tookPartText, wholeOf } from '../text/survey-results.ts';
import { withheldText } from '../text/survey-results.ts';
import { Groups } from './survey-groups.tsx';
import classes from './surveys.module.css';

export function Results({ survey }: { readonly survey: Survey }) {
  const found = useQuery(surveyResultsQuery(survey.id));
  return (
    <section className={listClasses.section} aria-labelledby="results-title">
      <h2 id="results-title" className={listClasses.title}>
        Results
      </h2>
      {found.isPending ? <Awaited what="results" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : <Found survey={survey} results={found.data.results} />}
    </section>
  );
}

interface FoundProps {
  readonly survey: Survey;
  readonly results: SurveyResults;
}

function Found({ survey, results }: FoundProps) {
  const { participation, threshold, questions } = results;
  const nameOf = useUnitNames();
  const released = questions.filter(({ release }) => release !== null);
  return (
    <>
      <p className={`${classes.note} pl-number`}>{askedText(survey, participation)}</p>
      {participation === null ? null : (
        <Groups {...{ figures: participation.figures, threshold, nameOf }} what="Took part" />
      )}
      {released.length === 0 ? (
        <Empty>
          What was answered is shown when the survey has ended. If fewer than {threshold} answer in
          all, nothing ever is.
        </Empty>
      ) : (
        <>
          <Index {...{ results, nameOf }} />
          {released.map(({ question: id, figures, release }) => {
            const question = questionOf(survey, id);
            return question === undefined || release === null ? null : (
              <Question key={id} {...{ question, figures, release, threshold, nameOf }} />
            );
          })}
        </>
      )}
    </>
  );
}

function askedText({ audience }: Survey, participation: SurveyResults['participation']): string {
  if (audience.kind === 'link') return 'How many were asked is not known, as links are handed out.';
  const whole = wholeOf(participation?.figures ?? []);
  if (whole === undefined) return 'How many take part is counted when a day is over.';
  return `${tookPartText(whole)}.`;
}

type NameOf = (of: SurveyFigure['of']) => string;

function useUnitNames(): NameOf {
  const units = useQuery(unitsQuery(undefined)).data?.items;
  return useMemo(() => {
    const names = new Map((units ?? []).map((one) => [one.unit, one.name]));
    return (of) => groupText(of, names);
  }, [units]);
}

interface IndexProps {
  readonly results: SurveyResults;
  readonly nameOf: NameOf;
}

/** Over all rating questions together, where there are any. */
function Index({ results: { index, threshold }, nameOf }: IndexProps) {
  const whole = wholeOf(index);
  if (whole === undefined) return null;
  return (
    <article className={classes.question}>
      <h3>Engagement index</h3>
      <Figure figure={whole} threshold={threshold} />
      <Groups {...{ figures: index, threshold, nameOf }} what="Index" />
    </article>
  );
}

interface QuestionProps {
  readonly question: SurveyQuestion;
  readonly figures: readonly SurveyFigure[];
  readonly release: string;
  readonly threshold: number;
  readonly nameOf: NameOf;
}

function Question({ question, figures, release, threshold, nameOf }: QuestionProps) {
  const whole = wholeOf(figures);
  return (
    <article className={classes.question}>
      <h3>
        <Said text={question.text} missing={question.id} />
      </h3>
      {whole === undefined ? (
        <p className={classes.note}>Nobody answered it.</p>
      ) : (
        <>
          <Figure figure={whole} threshold={threshold} />
          <div className={classes.tables}>
            <Counts question={question} figure={whole} />
            <Groups {...{ figures, threshold, nameOf }} what="Figure" />
          </div>
          <p className={classes.note}>
            <ReleaseLink releaseId={release} />
          </p>
        </>
      )}
    </article>
  );
}

function ReleaseLink({ releaseId }: { readonly releaseId: string }) {
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/releases/$releaseId" params={{ releaseId }} {...props} />}
    >
      Its release, and why each figure is that number
    </Anchor>
  );
}

type FigureProps = {
  readonly figure: Omit<SurveyFigure, 'figure' | 'rank' | 'counts' | 'suppressed'> & {
    readonly suppressed: Parameters<typeof withheldText>[0];
  };
  readonly threshold: number;
};

function Figure({ figure, threshold }: FigureProps) {
  const { n, value, definition, tier, suppressed } = figure;
  if (n === null) return <p className={classes.note}>{withheldText(suppressed, threshold)}</p>;
  if (value === null) return <p className={`${classes.note} pl-number`}>n = {n}</p>;
  const interval = intervalText(figure);
  return (
    <>
      <div className={`${classes.figure} pl-number`}>{scoreText(figure)}</div>
      <p className={classes.note}>{kindMeanings[kindOf(figure)]}</p>
      <Interval
        score={figure}
        kind={kindOf(figure)}
        scale={null}
        indicative={tier === 'indicative'}
      />
      <p className={`${classes.note} pl-number`}>
        {interval === undefined ? 'No interval' : `95% interval: ${interval}`}
        {` · n = ${n} · defined as ${definition}`}
      </p>
    </>
  );
}

function Counts({ question, figure }: { question: SurveyQuestion; figure: SurveyFigure }) {
  const lines = countLines(question, figure);
  if (lines.length === 0) return null;
  return (
    <Table>
      <Table.Caption>How often each was given</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Answer</Table.Th>
          <Table.Th scope="col">Times</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ value, label, count }) => (
          <Table.Tr key={value}>
            <Table.Th scope="row">
              <Said text={label} />
            </Table.Th>
            <Table.Td className="pl-number">{count}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
