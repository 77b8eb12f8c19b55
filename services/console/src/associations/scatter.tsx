import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart } from 'recharts';
import { Tooltip, XAxis, YAxis } from 'recharts';
import type { Association } from '../api/types.ts';
import chartClasses from '../charts/charts.module.css';
import { Said } from '../parts/said.tsx';
import { coefficientText, unitAmount } from '../text/associations.ts';

const height = 320;
const ink = 'var(--mantine-color-dimmed)';
/** A name that is longer is cut at the axis; the table has all of it. */
const axisLengthMax = 36;
const style = { textAnchor: 'middle' } as const;

interface Drawn {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly said: string;
}

interface Props {
  readonly found: Association;
  readonly names: ReadonlyMap<string, string | null>;
  /** The name of the figure of customers. */
  readonly outcome: string;
}

/** Each unit a point. The same stands in the table below it. */
export function UnitsScatter({ found, names, outcome }: Props) {
  const beside = found.between === 'engagement' ? 'engaged' : 'recognised';
  const points: Drawn[] = found.units.flatMap(({ unit, x, y }) => {
    if (x.value === null || y.value === null) return [];
    const name = names.get(unit) ?? unit;
    const said = `${unitAmount(x)} ${beside}, ${outcome} ${unitAmount(y)}`;
    return [{ name, said, x: x.value, y: y.value }];
  });
  const { x: first, y: outcomes } = found.units[0] ?? {};
  const definition = outcomes?.definition ?? '';
  const share = first?.definition ?? '';
  const label =
    `${points.length} units by the share of people who were ${beside} and by ${outcome}; ` +
    `correlation ${coefficientText(found.pearson.value)}. The table has each unit.`;
  return (
    <figure className={chartClasses.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={height}>
        <ScatterChart
          margin={{ top: 16, right: 20, bottom: 20, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--pl-line)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tickFormatter={(value: number) => unitAmount({ value, definition: share })}
            stroke={ink}
            tick={{ fontSize: 12, fill: ink }}
            label={{
              value: beside,
              position: 'insideBottom',
              offset: -12,
              fontSize: 12,
              fill: ink,
            }}
          />
          <YAxis
            dataKey="y"
            type="number"
            domain={['auto', 'auto']}
            tickFormatter={(value: number) => unitAmount({ value, definition })}
            width={72}
            stroke={ink}
            tick={{ fontSize: 12, fill: ink }}
            label={{
              value: outcome.slice(0, axisLengthMax),
              ...({ angle: -90, position: 'insideLeft', offset: 12, style } as const),
              ...{ fontSize: 12, fill: ink },
            }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: ink }}
            content={({ active, payload }) => (
              <Bubble active={active} point={payload[0]?.payload} />
            )}
          />
          <Scatter data={points} fill="var(--pl-bar)" isAnimationActive={false} />
        </ScatterChart>
      </ResponsiveContainer>
    </figure>
  );
}

interface BubbleProps {
  readonly active: boolean | undefined;
  readonly point: unknown;
}

function Bubble({ active, point }: BubbleProps) {
  if (active !== true || typeof point !== 'object' || point === null) return null;
  const { name, said } = point as Drawn;
  return (
    <div className={chartClasses.bubble}>
      <Said text={name} />: {said}
    </div>
  );
}
