import { Text } from '@mantine/core';
import { useState } from 'react';
import type { ControlChart } from '../api/types.ts';
import type { RunRule } from '../text/charts.ts';
import { BaselineFields, KindField, RulesFields } from './chart-fields.tsx';
import { baselineOf, drawOf, rulesOf, type TypedChart } from './chart-draft.ts';
import { ChartedFields, PlaceFields } from './charted-fields.tsx';
import { ChoiceField, LongTextField, NumberField, ReasonField, TextField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import classes from './forms.module.css';
import { OpenedForm, type Close } from './opened-form.tsx';
import { PersonField } from './person-field.tsx';

const nothingTyped: TypedChart = {
  ...{ name: '', figure: 'bottom-share', question: 'nps', ownQuestion: '', scaleMin: '1' },
  ...{ scaleMax: '5', clock: 'firstResponse', serviceLevel: '', by: 'everywhere', unit: '' },
  ...{ place: '', period: 'week', chart: 'p', from: '', until: '', latenessDays: '', owner: '' },
  rules: ['beyond-limit', 'run-of-8'],
};

const periods = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
] as const;

export function DrawChartForm({ onClose }: { readonly onClose: Close }) {
  const [typed, setTyped] = useState(nothingTyped);
  const set = (part: Partial<TypedChart>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <OpenedForm
      title="Draw a chart"
      submit="Draw it"
      done="The chart is drawn, and its limits are frozen."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = drawOf(form, typed);
        return form.problems.length > 0 ? form.problems : { do: 'draw-chart', body };
      }}
    >
      <TextField
        pointer="/name"
        label="Name"
        value={typed.name}
        onChange={(name) => set({ name })}
        required
      />
      <ChartedFields typed={typed} set={set} />
      <PlaceFields typed={typed} set={set} />
      <div className={classes.row}>
        <ChoiceField
          pointer="/period"
          label="A point for each"
          options={periods}
          value={typed.period}
          onChange={(period) => set({ period, from: '', until: '' })}
        />
        <KindField value={typed.chart} onChange={(chart) => set({ chart })} />
        <NumberField
          pointer="/latenessDays"
          label="Days to wait for answers"
          description="3 when left empty."
          value={typed.latenessDays}
          onChange={(latenessDays) => set({ latenessDays })}
        />
      </div>
      <BaselineFields {...{ period: typed.period, from: typed.from, until: typed.until, set }} />
      <RulesFields value={typed.rules} onChange={(rules) => set({ rules })} />
      <PersonField
        pointer="/owner"
        label="Who looks into signals"
        description="Their sign-in name; you, when left empty."
        value={typed.owner}
        onChange={(owner) => set({ owner })}
      />
    </OpenedForm>
  );
}

interface ChartProps {
  readonly chart: ControlChart;
  readonly onClose: Close;
}

/** New limits, from points that are plotted. What is left as it is stays so. */
export function RebaselineForm({ chart, onClose }: ChartProps) {
  const [{ id: chartId, revision, period, ...before }] = useState(chart);
  const [span, setSpan] = useState({ from: '', until: '' });
  const [kind, setKind] = useState(before.chart);
  const [rules, setRules] = useState<readonly RunRule[]>(before.rules);
  const [owner, setOwner] = useState('');
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Compute new limits"
      submit="Freeze them"
      done="The new limits are frozen; the earlier ones stay."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          reason: form.text('/reason', reason, 'Reason'),
          ...{ baseline: baselineOf(form, span), chart: kind, rules: rulesOf(form, rules) },
          ...present({ owner: words(owner)?.trim() }),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'rebaseline-chart', chartId, revision, body };
      }}
    >
      <Text size="sm">
        Where the work itself has changed, points are held against limits of the time after it. The
        earlier limits, and what was found by them, stay as they are.
      </Text>
      <BaselineFields
        {...{ period, ...span }}
        set={(part) => setSpan((one) => ({ ...one, ...part }))}
      />
      <KindField value={kind} onChange={setKind} />
      <RulesFields value={rules} onChange={setRules} />
      <PersonField
        pointer="/owner"
        label="Who looks into signals"
        description={`Their sign-in name; ${before.owner}, when left empty.`}
        value={owner}
        onChange={setOwner}
      />
      <ReasonField label="What has changed" value={reason} onChange={setReason} />
    </OpenedForm>
  );
}

interface ExplainProps extends ChartProps {
  /** By its id. */
  readonly signal: string;
  readonly title: string;
}

/** What was found ends the investigation that the signal opened. */
export function ExplainForm({ chart, signal, title, onClose }: ExplainProps) {
  const [{ id: chartId, revision }] = useState(chart);
  const [cause, setCause] = useState('');
  const [note, setNote] = useState('');
  return (
    <OpenedForm
      title={`What it came from: ${title}`}
      submit="Record it"
      done="It is explained, and the investigation is over."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          signal,
          cause: form.text('/cause', cause, 'Cause').trim(),
          note: form.text('/note', note, 'What was found'),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'explain-signal', chartId, revision, body };
      }}
    >
      <Text size="sm">It is recorded once, and stays. It ends the investigation.</Text>
      <TextField
        pointer="/cause"
        label="Cause"
        description="A code of one word for what was found, as: staff-shortage, no-cause-found"
        value={cause}
        onChange={setCause}
        required
      />
      <LongTextField
        pointer="/note"
        label="What was found"
        value={note}
        onChange={setNote}
        required
      />
    </OpenedForm>
  );
}
