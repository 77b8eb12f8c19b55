import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import { surveyResultsQuery } from '../api/survey-queries.ts';
import type { Survey, SurveyQuestion, SurveyResults } from '../api/types.ts';
import { Interval } from '../customers/interval.tsx';
import { intervalText, kindMeanings, kindOf, scoreText } from '../customers/satisfaction-text.ts';
import listClasses from '../feedback/feedback.module.css';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { groupText, participationText } from '../text/surveys.ts';
import { countLines, figuresOf, hiddenText, questionOf, scoreOf } from '../text/survey-results.ts';
import type { Figures, QuestionResults } from '../text/survey-results.ts';
import classes from './surveys.module.css';

type UnitNames = ReadonlyMap<string, string | null>;

export function Results({ survey }: { readonly survey: Survey }) {
  const found = useQuery(surveyResultsQuery(survey.id));
  const units = useQuery(unitsQuery(undefined)).data?.items;
  const names = useMemo(() => new Map((units ?? []).map((one) => [one.unit, one.name])), [units]);
  return (
    <section className={listClasses.section} aria-labelledby="results-title">
      <h2 id="results-title" className={listClasses.title}>
        Results
      </h2>
      {found.isPending ? <Awaited what="results" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <Found survey={survey} results={found.data.results} names={names} />
      )}
    </section>
  );
}

interface FoundProps {
  readonly survey: Survey;
  readonly results: SurveyResults;
  readonly names: UnitNames;
}

function Found({ survey, results, names }: FoundProps) {
  const { n, participation, threshold, questions } = results;
  return (
    <>
      <p className={`${classes.note} pl-number`}>
        {participation === null
          ? 'How many were asked is not known, as it is answered by links'
          : participationText(participation.successes, participation.n)}
        {` · ${n} ${n === 1 ? 'answer is' : 'answers are'} released`}
        {survey.stage === 'launched' ? '; others may wait until enough are together' : ''}
      </p>
      {n === 0 ? (
        <Empty>
          Nothing is shown yet. If fewer than {threshold} answer in all, nothing ever is.
        </Empty>
      ) : (
        questions.map((one) => {
          const question = questionOf(survey, one.question);
          return question === undefined ? null : (
            <Question key={one.question} {...{ question, threshold, names }} results={one} />
          );
        })
      )}
    </>
  );
}

interface QuestionProps {
  readonly question: SurveyQuestion;
  readonly results: QuestionResults;
  readonly threshold: number;
  readonly names: UnitNames;
}

function Question({ question, results, threshold, names }: QuestionProps) {
  const figures = figuresOf(results.all);
  return (
    <article className={classes.question}>
      <h3>
        <Said text={question.text} missing={question.id} />
      </h3>
      {figures === undefined ? (
        <p className={classes.note}>{hiddenText(threshold)}</p>
      ) : (
        <>
          <Score figures={figures} />
          <div className={classes.tables}>
            <Counts question={question} figures={figures} />
            <Groups {...{ results, threshold, names }} />
          </div>
        </>
      )}
    </article>
  );
}

function Score({ figures }: { readonly figures: Figures }) {
  const score = scoreOf(figures);
  if (score === undefined) return <p className={`${classes.note} pl-number`}>n = {figures.n}</p>;
  return (
    <>
      <div className={`${classes.figure} pl-number`}>{scoreText(score)}</div>
      <p className={classes.note}>{kindMeanings[kindOf(score)]}</p>
      <Interval score={score} kind={kindOf(score)} scale={null} indicative={score.n < 30} />
      <p className={`${classes.note} pl-number`}>
        {intervalText(score) === undefined ? 'No interval' : `95% interval: ${intervalText(score)}`}
        {` · n = ${score.n} · defined as ${score.definition}`}
      </p>
    </>
  );
}

function Counts({ question, figures }: { question: SurveyQuestion; figures: Figures }) {
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
        {countLines(question, figures).map(({ value, label, count }) => (
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

/** Of one group alone there is nothing to compare. */
function Groups({ results, threshold, names }: Omit<QuestionProps, 'question'>) {
  if (results.groups.length < 2) return null;
  return (
    <Table>
      <Table.Caption>By group</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Group</Table.Th>
          <Table.Th scope="col">Answers</Table.Th>
          <Table.Th scope="col">Figure</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {results.groups.map((group) => {
          const segments = 'segments' in group ? group.segments : {};
          const figures = figuresOf(group);
          return (
            <Table.Tr key={JSON.stringify(segments)}>
              <Table.Th scope="row">
                <Said text={groupText(segments, names)} />
              </Table.Th>
              {figures === undefined ? (
                <Table.Td colSpan={2} title={hiddenText(threshold)}>
                  Hidden
                </Table.Td>
              ) : (
                <>
                  <Table.Td className="pl-number">{figures.n}</Table.Td>
                  <Table.Td className="pl-number">{groupFigure(figures)}</Table.Td>
                </>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function groupFigure(figures: Figures): string {
  const score = scoreOf(figures);
  if (score === undefined) return '–';
  const interval = intervalText(score);
  return interval === undefined ? scoreText(score) : `${scoreText(score)} (${interval})`;
}
