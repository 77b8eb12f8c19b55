import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { metricsQuery } from '../api/analytics-queries.ts';
import type { Metric, MetricRelease } from '../api/types.ts';
import { CommandForm } from './command-form.tsx';
import { ChoiceField, DayField, TextField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import classes from './forms.module.css';
import { ScaleFields } from './scale-fields.tsx';
import { DimensionsFields } from './metric-fields.tsx';
import type { Close } from './opened-form.tsx';
import { releaseOf, type TypedRelease } from './release-draft.ts';

const nothingTyped: TypedRelease = {
  ...{ metric: '', question: '', scaleMin: '', scaleMax: '', from: '', until: '' },
  dimensions: [],
};

/** Figures of a span of days, for ever; the page of the release follows. */
export function PublishForm({ onClose }: { readonly onClose: Close }) {
  const navigate = useNavigate();
  const metrics = useQuery(metricsQuery()).data ?? [];
  const [typed, setTyped] = useState(nothingTyped);
  const set = (part: Partial<TypedRelease>) => setTyped((before) => ({ ...before, ...part }));
  const metric = metrics.find(({ name }) => name === typed.metric);
  return (
    <CommandForm
      title="Release figures"
      submit="Release them"
      onDone={({ id: releaseId }) => {
        onClose('The figures are released.');
        if (releaseId === undefined) return;
        void navigate({ to: '/releases/$releaseId', params: { releaseId } });
      }}
      onCancel={() => onClose()}
      build={() => {
        const form = new FormReader();
        const body = releaseOf(form, typed, metric);
        return form.problems.length > 0 ? form.problems : { do: 'publish-release', body };
      }}
    >
      <Text size="sm">
        What is released is seen by everybody and never taken back: a release is restated, and the
        earlier one stays. Groups that are too small are hidden.
      </Text>
      <ChoiceField
        pointer="/metric"
        label="Metric"
        options={metrics.map(({ name }) => ({ value: name, label: name }))}
        value={typed.metric}
        onChange={(name) => set({ metric: name, dimensions: [] })}
        required
      />
      <SourceFields {...{ typed, set, metric }} />
      <div className={classes.row}>
        <DayField
          pointer="/from"
          label="First day"
          value={typed.from}
          onChange={(from) => set({ from })}
          required
        />
        <DayField
          pointer="/until"
          label="Last day"
          value={typed.until}
          onChange={(until) => set({ until })}
          required
        />
      </div>
      <DimensionsFields
        legend="Broken down by"
        hint="Three at most, with every crossing of them. In all only, when nothing is chosen."
        allowed={metric?.dimensions ?? null}
        value={typed.dimensions}
        onChange={(dimensions) => set({ dimensions })}
      />
    </CommandForm>
  );
}

interface SourceProps {
  readonly typed: TypedRelease;
  readonly set: (part: Partial<TypedRelease>) => void;
  readonly metric: Metric | undefined;
}

/** What the metric leaves open: of which question, and on which scale. */
function SourceFields({ typed, set, metric }: SourceProps) {
  return (
    <>
      {metric !== undefined && metric.question === null ? (
        <TextField
          pointer="/question"
          label="Question"
          description="Its code: the metric is of any."
          value={typed.question}
          onChange={(question) => set({ question })}
          required
        />
      ) : null}
      {metric?.formula === 'mean-score@1' ? (
        <div className={classes.row}>
          <ScaleFields typed={typed} set={set} />
        </div>
      ) : null}
    </>
  );
}

interface RestateProps {
  readonly release: MetricRelease;
  readonly onClose: Close;
}

export function RestateForm({ release, onClose }: RestateProps) {
  const navigate = useNavigate();
  return (
    <CommandForm
      title="Count it again"
      submit="Restate it"
      onDone={({ id: releaseId }) => {
        onClose('It is counted again.');
        if (releaseId === undefined) return;
        void navigate({ to: '/releases/$releaseId', params: { releaseId } });
      }}
      onCancel={() => onClose()}
      build={() => ({ do: 'restate-release', releaseId: release.id, body: {} })}
    >
      <Text size="sm">
        With everything that is recorded by now. It becomes a release of its own, with the
        difference; this one stays as it was, and says that there is a later one.
      </Text>
    </CommandForm>
  );
}
