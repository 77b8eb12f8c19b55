import type { ControlChart } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { chartAmount, chartKindTexts, limitsText, ruleTexts } from '../text/charts.ts';
import { instantText } from '../text/times.ts';

type Frozen = ControlChart['limits'][number];

/** The limits of every version, the newest first: no later point has moved them. */
export function LimitsSection({ chart }: { readonly chart: ControlChart }) {
  return (
    <section className={classes.section} aria-labelledby="limits-title">
      <h2 id="limits-title" className={classes.title}>
        Limits, as they were frozen
      </h2>
      <ol className={classes.list} aria-label="Limits" reversed>
        {chart.limits.toReversed().map((one) => (
          <li key={one.version} className={classes.entry}>
            <Version frozen={one} chart={chart} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Version({ frozen, chart }: { readonly frozen: Frozen; readonly chart: ControlChart }) {
  const { version, baseline, n, centre, sigmaZ, rules, frozenAt, by, reason, definition } = frozen;
  const limits =
    frozen.upper === null
      ? 'limits of each point by its own n'
      : `limits ${limitsText(frozen, chart)}`;
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={version === chart.version || undefined}>
          Version {version}
        </span>
        <strong className="pl-number">
          Baseline {baseline.from} to {baseline.until}
        </strong>
        <span className="pl-number">
          {n} points · centre {chartAmount(centre, chart)} · {limits}
        </span>
      </p>
      {reason === null ? null : (
        <p className={classes.message}>
          <Said text={reason} />
        </p>
      )}
      <p className={`${classes.dim} pl-number`}>
        {chartKindTexts[frozen.chart]}
        {sigmaZ === null ? '' : ` · σz ${sigmaZ.toFixed(2)} (1 is chance)`} · {definition} · rules:{' '}
        {rules.map((rule) => ruleTexts[rule].toLowerCase()).join('; ')}
      </p>
      <p className={classes.dim}>
        Frozen on {instantText(frozenAt)} by <ActorName by={by} />
      </p>
    </article>
  );
}
