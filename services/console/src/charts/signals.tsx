import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import type { ChartSignal, ControlChart } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { brokenText, chartAmount, limitsText, signalText } from '../text/charts.ts';
import { instantText } from '../text/times.ts';
import ownClasses from './charts.module.css';

const ExplainForm = lazy(async () => {
  const { ExplainForm: form } = await import('../forms/chart-forms.tsx');
  return { default: form };
});

interface SignalProps {
  readonly signal: ChartSignal;
  /** Its chart where that is the page; without it there is a way to its page. */
  readonly chart?: ControlChart;
  readonly chartName?: string | null | undefined;
}

/** A signal, and the investigation that it opened. */
export function Signal({ signal, chart, chartName }: SignalProps) {
  const { id, period, raisedAt, owner, stands, stage, isOverdue, explanation } = signal;
  const title = `${period}, ${brokenText(signal)}`;
  return (
    <article>
      <p className={classes.entryHead}>
        <span
          className={`${classes.badge} ${isOverdue ? ownClasses.overdue : ''}`}
          data-open={stage === 'open' || undefined}
        >
          {stage === 'open' ? (isOverdue ? 'Overdue' : 'Open') : 'Explained'}
        </span>
        <strong>
          {chart === undefined ? (
            <Anchor
              inherit
              renderRoot={(props) => (
                <Link to="/control-charts/$chartId" params={{ chartId: signal.chart }} {...props} />
              )}
            >
              {title}
            </Anchor>
          ) : (
            title
          )}
        </strong>
        {chartName === undefined ? null : (
          <span>
            of <Said text={chartName} missing="a chart without a name" />
          </span>
        )}
        <span>
          looked into by <PersonLink person={owner} />
        </span>
      </p>
      <p className={`${classes.dim} pl-number`}>
        {chart === undefined ? '' : `${standingText(signal, chart)} · `}
        raised on {instantText(raisedAt)}
        {stage === 'open' ? ` · ${signalText(signal)}` : ''}
        {stands ? '' : ' · as its point was counted anew, it would not be raised now'}
      </p>
      {explanation === null ? null : (
        <>
          <p className={classes.message}>
            <strong>
              <Said text={explanation.cause} />
            </strong>
            : <Said text={explanation.note} missing="what was said of it is erased" />
          </p>
          <p className={classes.dim}>
            By <PersonLink person={explanation.by} /> on {instantText(explanation.at)}
          </p>
        </>
      )}
      {stage === 'explained' || chart === undefined ? null : (
        <OpenedForms
          offers={[
            {
              ...{ label: 'Say what it came from', of: title },
              form: (close) => (
                <ExplainForm chart={chart} signal={id} title={title} onClose={close} />
              ),
            },
          ]}
        />
      )}
    </article>
  );
}

/** The point as it stood then. */
function standingText({ point }: ChartSignal, chart: ControlChart): string {
  return `${chartAmount(point.value, chart)} of ${point.n}, limits ${limitsText(point, chart)}`;
}
