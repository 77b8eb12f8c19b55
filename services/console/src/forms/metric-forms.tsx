import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Metric } from '../api/types.ts';
import type { Formula } from '../text/releases.ts';
import { NumberField, TextField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { DimensionsFields, FormulaField } from './metric-fields.tsx';
import { OpenedForm, type Close } from './opened-form.tsx';

export function DefineMetricForm({ onClose }: { readonly onClose: Close }) {
  const [name, setName] = useState('');
  const [formula, setFormula] = useState<Formula>('favourable@1');
  const [question, setQuestion] = useState('');
  const [minN, setMinN] = useState('');
  const [dimensions, setDimensions] = useState<readonly string[]>([]);
  return (
    <OpenedForm
      title="Define a metric"
      submit="Define it"
      done="The metric is defined."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          ...{ name: form.text('/name', name, 'Name').trim(), formula },
          ...present({
            question: words(question)?.trim(),
            minN: form.numberOrNone('/minN', minN, 'Answers together'),
            dimensions: dimensions.length === 0 ? undefined : [...dimensions],
          }),
        };
        return form.problems.length > 0 ? form.problems : { do: 'define-metric', body };
      }}
    >
      <TextField
        pointer="/name"
        label="Name"
        description="A code of one word, as: baggage"
        value={name}
        onChange={setName}
        required
      />
      <FormulaField value={formula} onChange={setFormula} />
      <TextField
        pointer="/question"
        label="Of the question"
        description="Its code; any, when left empty: a release names it then."
        value={question}
        onChange={setQuestion}
      />
      <NumberField
        pointer="/minN"
        label="Answers together, at least"
        description="5 when left empty; it only rises."
        value={minN}
        onChange={setMinN}
      />
      <DimensionsFields
        legend="May be broken down by"
        hint="By whatever there is, when nothing is chosen."
        value={dimensions}
        onChange={setDimensions}
      />
    </OpenedForm>
  );
}

interface ReviseProps {
  readonly metric: Metric;
  readonly onClose: Close;
}

/** A new version: what was released by an earlier one stays as it is. */
export function ReviseMetricForm({ metric, onClose }: ReviseProps) {
  const [{ name, revision, ...before }] = useState(metric);
  const [formula, setFormula] = useState(before.formula);
  const [question, setQuestion] = useState(before.question ?? '');
  const [minN, setMinN] = useState(String(before.minN));
  const [dimensions, setDimensions] = useState(before.dimensions ?? []);
  return (
    <OpenedForm
      title={`Count ${name} otherwise`}
      submit="Record the version"
      done="The metric has a new version."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          ...{ formula, minN: form.number('/minN', minN, 'Answers together') },
          ...present({
            question: words(question)?.trim(),
            dimensions: dimensions.length === 0 ? undefined : [...dimensions],
          }),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'revise-metric', metric: name, revision: revision ?? 0, body };
      }}
    >
      <Text size="sm">
        Releases name the version that they were counted by; those of earlier versions stay as they
        are. What is left empty stays.
      </Text>
      <FormulaField value={formula} onChange={setFormula} />
      <TextField
        pointer="/question"
        label="Of the question"
        value={question}
        onChange={setQuestion}
      />
      <NumberField
        pointer="/minN"
        label="Answers together, at least"
        description={`${before.minN} now; it only rises.`}
        value={minN}
        onChange={setMinN}
      />
      <DimensionsFields
        legend="May be broken down by"
        hint="It stays as it is, when nothing is chosen."
        value={dimensions}
        onChange={(chosen) => setDimensions([...chosen])}
      />
    </OpenedForm>
  );
}
