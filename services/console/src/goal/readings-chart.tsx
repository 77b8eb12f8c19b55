import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { numberText, valueText } from '../text/figures.ts';
import classes from './goal.module.css';
import { seriesText, type Series } from './series.ts';

const height = 200;
const ink = 'var(--mantine-color-dimmed)';

/** Values over time with the levels they are read against. The same is in a table beside it. */
export function ReadingsChart({
  series,
  name,
}: {
  readonly series: Series;
  readonly name: string;
}) {
  const { points, levels, unit } = series;
  const values = [...points.map(({ value }) => value), ...levels.map(({ value }) => value)];
  const [low, high] = domainOf(values.filter((value) => value !== null));
  return (
    <figure className={classes.chart} role="img" aria-label={`${name}. ${seriesText(series)}`}>
      <ResponsiveContainer width="100%" height={height}>
        <LineChart
          data={[...points]}
          margin={{ top: 16, right: 16, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--pl-line)" vertical={false} />
          <XAxis
            dataKey="label"
            stroke={ink}
            tick={{ fontSize: 12, fill: ink }}
            allowDuplicatedCategory
            interval="preserveStartEnd"
          />
          <YAxis
            stroke={ink}
            tick={{ fontSize: 12, fill: ink }}
            width={64}
            domain={[low, high]}
            tickFormatter={(value: number) => compactText(value)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: ink }}
            content={({ active, payload }) => (
              <Bubble active={active} point={payload[0]?.payload} unit={unit} />
            )}
          />
          {levels.map(({ value, label }) => (
            <ReferenceLine
              key={label}
              y={value}
              stroke="var(--pl-mark)"
              strokeDasharray="5 4"
              label={{
                value: label,
                // Towards the middle, so that neither end of the axis is written over.
                position: value < (low + high) / 2 ? 'insideBottomLeft' : 'insideTopLeft',
                fontSize: 12,
                fill: ink,
              }}
            />
          ))}
          <Line
            type="linear"
            dataKey="value"
            stroke="var(--pl-bar)"
            strokeWidth={2}
            dot={{ r: 4, fill: 'var(--pl-bar)' }}
            connectNulls={false}
            isAnimationActive={false}
          />
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

interface BubbleProps {
  readonly active: boolean | undefined;
  readonly point: unknown;
  readonly unit: string | undefined;
}

function Bubble({ active, point, unit }: BubbleProps) {
  if (active !== true || typeof point !== 'object' || point === null) return null;
  const { label, value } = point as Series['points'][number];
  return (
    <div className={classes.bubble}>
      <bdi>{label}</bdi>: {valueText(value, unit)}
    </div>
  );
}

/** Room above and below, so that neither the line nor a level lies on the frame. */
function domainOf(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
}

function compactText(value: number): string {
  if (Math.abs(value) < 10_000) return numberText(Number(value.toPrecision(3)));
  return new Intl.NumberFormat(undefined, { notation: 'compact' }).format(value);
}
