import classes from './customers.module.css';
import type { Scored, ScoreKind } from './satisfaction-text.ts';
import { placeOf, rangeOf } from './satisfaction-text.ts';

interface IntervalProps {
  readonly score: Pick<Scored, 'value' | 'low' | 'high'>;
  readonly kind: ScoreKind;
  readonly scale: { readonly min: number; readonly max: number } | null;
  /** Drawn as an outline: it is the interval that is to be read. */
  readonly indicative: boolean;
}

/** A bar with its interval as whiskers. The same stands beside it in words. */
export function Interval({ score, kind, scale, indicative }: IntervalProps) {
  const { value, low, high } = score;
  const range = rangeOf(kind, scale);
  const place = (one: number) => placeOf(one, range);
  const base = place(range.base);
  const to = value === null ? base : place(value);
  return (
    <svg
      className={classes.interval}
      viewBox="0 0 100 18"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={classes.track} y="5" width="100" height="8" />
      <rect
        className={classes.bar}
        data-indicative={indicative || undefined}
        x={Math.min(base, to)}
        y="5"
        width={Math.abs(to - base)}
        height="8"
      />
      <line className={classes.base} x1={base} x2={base} y1="1" y2="17" />
      {low === null || high === null ? null : (
        <g className={classes.whisker}>
          <line x1={place(low)} x2={place(high)} y1="9" y2="9" />
          <line x1={place(low)} x2={place(low)} y1="4" y2="14" />
          <line x1={place(high)} x2={place(high)} y1="4" y2="14" />
        </g>
      )}
    </svg>
  );
}
