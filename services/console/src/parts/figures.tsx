import type { Figure, GoalSummary, Grade } from '../api/types.ts';
import { barShare, countText, figureText, gradeTexts, paceText } from '../text/figures.ts';
import { ownerParts } from '../text/owners.ts';
import { Said } from './said.tsx';
import classes from './figures.module.css';

/**
 * A bar with its figure in words. What is unknown is an empty dashed track, never a bar at zero.
 */
export function ProgressBar({
  figure,
  label,
  counted,
  unknown,
}: {
  readonly figure: Pick<Figure, 'value'>;
  readonly label: string;
  /** What is said where there is no value. */
  readonly unknown?: string;
  /** What the figure was counted from, as in "3 of 5 measures". */
  readonly counted?: string;
}) {
  const share = barShare(figure);
  const text = figure.value === null && unknown !== undefined ? unknown : figureText(figure);
  return (
    <div className={classes.progress}>
      {share === undefined ? (
        <div className={classes.unknown} aria-hidden="true" />
      ) : (
        <svg
          className={classes.bar}
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          aria-valuetext={text}
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
        >
          <rect className={classes.track} width="100" height="8" />
          <rect className={classes.fill} width={share * 100} height="8" />
        </svg>
      )}
      <span className={`${classes.text} pl-number`} data-unknown={share === undefined || undefined}>
        {text}
        {counted === undefined ? null : <span className={classes.counted}> · {counted}</span>}
      </span>
    </div>
  );
}

export function measuresText({ total, withProgress }: GoalSummary['measures']): string {
  return total === 0 ? 'no measures' : countText(withProgress, total, 'measure');
}

export function Pace({ pace }: { readonly pace: Figure }) {
  const behind = pace.value !== null && pace.value < -0.005;
  return (
    <span className={`${classes.pace} pl-number`} data-behind={behind || undefined}>
      {pace.value === null ? '–' : paceText(pace)}
    </span>
  );
}

const gradeColours: Readonly<Record<Grade, string>> = {
  met: classes.good ?? '',
  green: classes.good ?? '',
  amber: classes.middling ?? '',
  red: classes.bad ?? '',
  missed: classes.bad ?? '',
};

export function GradeBadge({ grade }: { readonly grade: Grade | null }) {
  if (grade === null) return <span>–</span>;
  return <span className={`${classes.grade} ${gradeColours[grade]}`}>{gradeTexts[grade]}</span>;
}

/** Met, not met, or nothing to say yet. */
export function Met({ met }: { readonly met: boolean | null }) {
  if (met === null) return null;
  const colour = met ? classes.good : classes.middling;
  return <span className={`${classes.grade} ${colour ?? ''}`}>{met ? 'Met' : 'Not met'}</span>;
}

const stageTexts: Readonly<Record<GoalSummary['stage'], string>> = {
  draft: 'Draft',
  active: 'Active',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

const kindTexts: Readonly<Record<NonNullable<GoalSummary['kind']>, string>> = {
  committed: 'Committed',
  aspirational: 'Aspirational',
};

export function StageBadge({ stage }: Pick<GoalSummary, 'stage'>) {
  return (
    <span className={classes.stage} data-active={stage === 'active' || undefined}>
      {stageTexts[stage]}
    </span>
  );
}

export function StageBadges({ goal }: { readonly goal: GoalSummary }) {
  const { stage, kind, stale, cadenceDays } = goal;
  return (
    <span className={classes.badges}>
      <StageBadge stage={stage} />
      {kind === null ? null : <span className={classes.stage}>{kindTexts[kind]}</span>}
      {stale === true ? (
        <span
          className={`${classes.grade} ${classes.middling ?? ''}`}
          title={`No news for longer than its cadence of ${cadenceDays} days`}
        >
          Stale
        </span>
      ) : null}
    </span>
  );
}

export function Owner({ owner }: { readonly owner: string }) {
  const { kind, name } = ownerParts(owner);
  return (
    <span>
      <Said text={name} />
      {kind === 'unit' ? <span className={classes.counted}> (unit)</span> : null}
    </span>
  );
}
