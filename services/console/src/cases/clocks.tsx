import type { CaseSummary } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { caseStageTexts, clockNames, clockText, clockTitles } from '../text/cases.ts';
import ownClasses from './cases.module.css';

interface Props {
  readonly found: CaseSummary;
}

/** In words: a colour alone says nothing to who does not see it. */
export function CaseBadges({ found: { stage, pausedFor, isOverdue } }: Props) {
  return (
    <>
      <span className={classes.badge} data-open={stage !== 'resolved' || undefined}>
        {caseStageTexts[stage]}
        {pausedFor === null ? '' : ` for ${pausedFor}`}
      </span>
      {isOverdue ? <span className={`${classes.badge} ${ownClasses.overdue}`}>Overdue</span> : null}
    </>
  );
}

export function Clocks({ found }: Props) {
  return (
    <dl className={ownClasses.clocks}>
      {clockNames.map((name) => (
        <div key={name}>
          <dt>{clockTitles[name]}</dt>
          <dd className="pl-number">{clockText(found[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
