import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import type { ControlChart } from '../api/types.ts';
import { Said } from '../parts/said.tsx';
import { chartAmount } from '../text/charts.ts';
import { levelsOf, linesText, ticksOf, type ChartLines, type DrawnPoint } from './chart-lines.ts';
import classes from './charts.module.css';

const height = 340;
/** Below everything, and above the line: the library draws its grid at -100, a line at 400. */
const [baselinesZ, marksZ] = [-200, 600];
const ink = 'var(--mantine-color-dimmed)';
/** As many periods are named on the axis, whatever its width: their names are short. */
const ticksMax = 12;

interface Props {
  readonly chart: ControlChart;
  readonly lines: ChartLines;
}

/** Points with their limits. The same is in words, and in the table below it. */
export function ControlChartFigure({ chart, lines }: Props) {
  const { points, baselines, domain } = lines;
  return (
    <figure
      className={classes.chart}
      role="img"
      aria-label={`${chart.name ?? 'A chart'}. ${linesText(lines, chart)}`}
    >
      <ResponsiveContainer width="100%" height={height}>
        <LineChart
          data={[...points]}
          margin={{ top: 20, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          {baselines.map(({ version, from, until }, index) => (
            <ReferenceArea
              key={version}
              zIndex={baselinesZ}
              x1={from - 0.5}
              x2={until + 0.5}
              fill="var(--pl-track)"
              fillOpacity={0.55}
              stroke={ink}
              strokeOpacity={0.5}
              label={{
                value: baselines.length === 1 ? 'baseline' : `baseline ${version}`,
                // The next one overlaps it, and is named where this one is not.
                position: index % 2 === 0 ? 'insideBottomLeft' : 'insideTopLeft',
                fontSize: 12,
                fill: ink,
              }}
            />
          ))}
          <CartesianGrid stroke="var(--pl-line)" vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            domain={[-0.5, points.length - 0.5]}
            ticks={[...ticksOf(points.length, ticksMax)]}
            tickFormatter={(at: number) => points[at]?.period ?? ''}
            stroke={ink}
            tick={{ fontSize: 12, fill: ink }}
            interval="preserveStartEnd"
            minTickGap={12}
          />
          <YAxis
            stroke={ink}
            tick={{ fontSize: 12, fill: ink }}
            width={56}
            domain={[...domain]}
            ticks={[...levelsOf(domain)]}
            tickFormatter={(value: number) => chartAmount(value, chart)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: ink }}
            content={({ active, payload }) => (
              <Bubble active={active} point={payload[0]?.payload} chart={chart} />
            )}
          />
          <Levels points={points} />
          <Line
            type="linear"
            dataKey="value"
            stroke="var(--pl-bar)"
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
          <ZIndexLayer zIndex={marksZ}>
            <Marks points={points} />
          </ZIndexLayer>
        </LineChart>
      </ResponsiveContainer>
    </figure>
  );
}

/** Centre and limits of each point: those of shares differ from point to point. */
function Levels({ points }: { readonly points: readonly DrawnPoint[] }) {
  const [toX, toY] = [useXAxisScale(), useYAxisScale()];
  if (toX === undefined || toY === undefined) return null;
  const level = (name: 'centre' | 'lower' | 'upper') => {
    let drawn: number | null = null;
    return points
      .map((point) => {
        const value = point[name];
        if (value === null) {
          drawn = null;
          return '';
        }
        const [left, right, y] = [toX(point.at - 0.5), toX(point.at + 0.5), toY(value)];
        const begin = drawn === null ? `M${left} ${y}` : `L${left} ${y}`;
        drawn = value;
        return `${begin}L${right} ${y}`;
      })
      .join('');
  };
  return (
    <g aria-hidden="true">
      <path className={classes.centre} d={level('centre')} />
      <path className={classes.limit} d={level('upper')} />
      <path className={classes.limit} d={level('lower')} />
    </g>
  );
}

const markSize = 6.5;
/** From a point to its mark, and to that of its neighbour. */
const markAbove = 11;
const markStep = 13;

/** Points, and those that break a rule as a diamond with its name: not by their colour alone. */
function Marks({ points }: { readonly points: readonly DrawnPoint[] }) {
  const [toX, toY, area] = [useXAxisScale(), useYAxisScale(), usePlotArea()];
  if (toX === undefined || toY === undefined || area === undefined) return null;
  return (
    <g aria-hidden="true">
      {points.map(({ at, value, tier, mark, isRaised }) => {
        if (value === null) return null;
        const [x, y] = [Number(toX(at)), Number(toY(value))];
        if (mark === undefined) {
          const indicative = tier === 'indicative' || undefined;
          return (
            <circle
              key={at}
              className={classes.point}
              data-indicative={indicative}
              {...{ cx: x, cy: y, r: 3.5 }}
            />
          );
        }
        const isAtEnd = x > area.x + area.width - 40;
        return (
          <g key={at}>
            <path
              className={classes.broken}
              d={`M${x} ${y - markSize}L${x + markSize} ${y}L${x} ${y + markSize}L${x - markSize} ${y}Z`}
            />
            <text
              className={classes.mark}
              x={isAtEnd ? x + markSize : x}
              y={Math.max(area.y, y - markAbove - (isRaised ? markStep : 0))}
              textAnchor={isAtEnd ? 'end' : 'middle'}
            >
              {mark}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface BubbleProps {
  readonly active: boolean | undefined;
  readonly point: unknown;
  readonly chart: ControlChart;
}

function Bubble({ active, point, chart }: BubbleProps) {
  if (active !== true || typeof point !== 'object' || point === null) return null;
  const { period, value, n, lower, upper, broken } = point as DrawnPoint;
  return (
    <div className={classes.bubble}>
      <bdi>{period}</bdi>: {value === null ? 'hidden' : chartAmount(value, chart)}
      {n === null ? '' : `, n = ${n}`}
      {lower === null && upper === null ? null : (
        <div>
          {chartAmount(lower, chart)} to {chartAmount(upper, chart)}
        </div>
      )}
      {broken.map((rule) => (
        <div key={rule}>
          <Said text={rule} />
        </div>
      ))}
    </div>
  );
}
