import { Checkbox, TextInput } from '@mantine/core';
import type { ControlChart } from '../api/types.ts';
import { chartKindTexts, ruleTexts, type RunRule } from '../text/charts.ts';
import { useProblemAt } from './command-form.tsx';
import { ChoiceField } from './fields.tsx';
import classes from './forms.module.css';

interface BaselineProps {
  readonly period: ControlChart['period'];
  readonly from: string;
  readonly until: string;
  readonly set: (part: { readonly from?: string; readonly until?: string }) => void;
}

/** The first and the last period of a baseline. */
export function BaselineFields({ period, from, until, set }: BaselineProps) {
  return (
    <fieldset className={classes.part}>
      <legend>Baseline</legend>
      <p className={classes.hint}>
        The limits are computed from it and frozen: no later point moves them. Wheeler asks for 20
        points; fewer make a first look.
      </p>
      <div className={classes.row}>
        <PeriodField
          {...{ pointer: '/baseline/from', label: `First ${period}`, period, value: from }}
          onChange={(value) => set({ from: value })}
        />
        <PeriodField
          {...{ pointer: '/baseline/until', label: `Last ${period}`, period, value: until }}
          onChange={(value) => set({ until: value })}
        />
      </div>
      <Problem at="/baseline" />
    </fieldset>
  );
}

interface PeriodProps {
  readonly pointer: string;
  readonly label: string;
  readonly period: ControlChart['period'];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A browser that knows weeks shows a calendar; in another one the name is typed. */
function PeriodField({ pointer, label, period, value, onChange }: PeriodProps) {
  return (
    <TextInput
      label={label}
      type={period}
      description={period === 'week' ? 'As in 2026-W14' : 'As in 2026-04'}
      value={value}
      withAsterisk
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** What is wrong with several fields together. */
function Problem({ at }: { readonly at: string }) {
  const problem = useProblemAt(at);
  return problem === undefined ? null : <p className={classes.problem}>{problem}</p>;
}

interface KindProps {
  readonly value: ControlChart['chart'] | '';
  readonly onChange: (value: ControlChart['chart']) => void;
}

const kinds = (['p', 'p-prime', 'xmr'] as const).map((value) => {
  return { value, label: chartKindTexts[value] };
});

export function KindField({ value, onChange }: KindProps) {
  return (
    <ChoiceField
      pointer="/chart"
      label="Kind of chart"
      description="p and p′ are of shares alone."
      options={kinds}
      {...{ value, onChange }}
    />
  );
}

interface RulesProps {
  readonly value: readonly RunRule[];
  readonly onChange: (rules: readonly RunRule[]) => void;
}

const rules = Object.keys(ruleTexts) as readonly RunRule[];

export function RulesFields({ value, onChange }: RulesProps) {
  return (
    <fieldset className={classes.part}>
      <legend>What raises a signal</legend>
      <p className={classes.hint}>Every rule more raises more false alarms.</p>
      {rules.map((rule) => (
        <Checkbox
          key={rule}
          mt="xs"
          label={ruleTexts[rule]}
          checked={value.includes(rule)}
          onChange={(event) => {
            const rest = value.filter((one) => one !== rule);
            onChange(event.currentTarget.checked ? [...rest, rule] : rest);
          }}
        />
      ))}
      <Problem at="/rules" />
    </fieldset>
  );
}
