import { Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { GoalDetail, KeyResult } from '../api/types.ts';
import { Met, ProgressBar } from '../parts/figures.tsx';
import { Said } from '../parts/said.tsx';
import { Empty } from '../parts/states.tsx';
import { measureText, numberText, valueText } from '../text/figures.ts';
import { namesOf, type Names } from '../text/history.ts';
import { CheckIns } from './check-ins.tsx';
import classes from './goal.module.css';
import { checkInSeries, hasValues } from './series.ts';

const ReadingsChart = lazy(async () => {
  const { ReadingsChart: chart } = await import('./readings-chart.tsx');
  return { default: chart };
});

interface KeyResultsProps {
  readonly goal: GoalDetail;
  readonly changeable: boolean;
}

export function KeyResults({ goal, changeable }: KeyResultsProps) {
  const { keyResults, measuredBy } = goal;
  if (measuredBy === 'indicators' && keyResults.length === 0) return null;
  const names = namesOf(goal);
  const weights = keyResults.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <section aria-labelledby="key-results-title" className={classes.section}>
      <Title order={2} size="h4" id="key-results-title">
        Key results
      </Title>
      {keyResults.length === 0 ? <Empty>There is no key result yet.</Empty> : null}
      {keyResults.map((one) => (
        <KeyResultCard
          key={one.id}
          goal={goal}
          keyResult={one}
          names={names}
          weights={weights}
          changeable={changeable && goal.stage === 'active'}
        />
      ))}
    </section>
  );
}

interface CardProps {
  readonly goal: GoalDetail;
  readonly keyResult: KeyResult;
  readonly names: Names;
  readonly weights: number;
  readonly changeable: boolean;
}

function KeyResultCard({ goal, keyResult, names, weights, changeable }: CardProps) {
  const { name, measure, weight, attainment, met, checkIns, current } = keyResult;
  const series = checkInSeries(checkIns, measure);
  return (
    <article className={classes.card}>
      <div className={classes.cardHead}>
        <h3 className={classes.cardTitle}>
          <Said text={name} missing="Unnamed key result" />
        </h3>
        <Met met={met} />
      </div>
      <p className={classes.measure}>
        {measureText(measure)} · weight {numberText(weight)} of {numberText(weights)}
      </p>
      <div className={classes.bars}>
        {measure.kind === 'milestones' ? null : (
          <div>
            <div className={classes.barName}>Latest value</div>
            <span className={classes.value}>
              {current === null ? '–' : valueText(current.value, measure.unit)}
            </span>
          </div>
        )}
        <div>
          <div className={classes.barName}>
            {measure.kind === 'within' ? 'Share of time within' : 'Attainment'}
          </div>
          <ProgressBar figure={attainment} label={`Attainment of ${name ?? 'the key result'}`} />
        </div>
        <AgainstOriginal keyResult={keyResult} />
      </div>
      <Milestones keyResult={keyResult} />
      {hasValues(series) ? (
        <Suspense fallback={null}>
          <ReadingsChart series={series} name={name ?? 'Key result'} />
        </Suspense>
      ) : null}
      <CheckIns goal={goal} keyResult={keyResult} names={names} changeable={changeable} />
    </article>
  );
}

/** An amended target never hides the first one: both attainments show. */
function AgainstOriginal({ keyResult }: { readonly keyResult: KeyResult }) {
  const { measure, original, attainmentAgainstOriginal, name } = keyResult;
  if (original === null || measureText(original) === measureText(measure)) return null;
  return (
    <div>
      <div className={classes.barName}>Against the first: {measureText(original)}</div>
      <ProgressBar
        figure={attainmentAgainstOriginal}
        label={`Attainment of ${name ?? 'the key result'} against its first target`}
      />
    </div>
  );
}

function Milestones({ keyResult }: { readonly keyResult: KeyResult }) {
  const { milestones } = keyResult.measure;
  if (milestones === undefined) return null;
  const done = new Set(keyResult.current?.milestonesDone ?? []);
  return (
    <ul className={classes.milestones}>
      {milestones.map(({ id, name, weight }) => (
        <li key={id} className={classes.milestone}>
          <span role="img" aria-label={done.has(id) ? 'Done' : 'Not done'}>
            {done.has(id) ? '☑' : '☐'}
          </span>
          <span>
            <Said text={name ?? null} missing={id} />
            {weight === 1 ? null : (
              <span className={classes.dim}> · weight {numberText(weight)}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
