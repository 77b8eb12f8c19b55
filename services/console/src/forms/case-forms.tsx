import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import { serviceLevelsQuery } from '../api/service-queries.ts';
import type { ServiceCase, ServiceLevel } from '../api/types.ts';
import { unitOptions } from '../people/unit-tree.ts';
import { businessText } from '../text/cases.ts';
import { ChoiceField, EffectiveAtField, LongTextField, TextField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

interface OpenProps {
  readonly onClose: Close;
  /** The response of a customer that it goes after. */
  readonly response?: string;
}

export function OpenCaseForm({ onClose, response }: OpenProps) {
  const levels = useQuery(serviceLevelsQuery()).data ?? [];
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  const [slaRef, setSlaRef] = useState('');
  const [unit, setUnit] = useState('');
  const [customer, setCustomer] = useState('');
  const [summary, setSummary] = useState('');
  const [touchpoint, setTouchpoint] = useState('');
  const [since, setSince] = useState('');
  return (
    <OpenedForm
      title="Open a case"
      submit="Open it"
      done="The case is open, and its clocks run."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          slaRef: form.text('/slaRef', slaRef, 'Service level'),
          unit: form.text('/unit', unit, 'Worked by'),
          customer: form.text('/customer', customer, 'Customer'),
          ...present({ summary: words(summary), touchpoint: words(touchpoint)?.trim(), response }),
          ...form.effectiveAt(since),
        };
        return form.problems.length > 0 ? form.problems : { do: 'open-case', body };
      }}
    >
      <ChoiceField
        pointer="/slaRef"
        label="Service level"
        options={levels.map((one) => ({ value: one.id, label: levelText(one) }))}
        value={slaRef}
        onChange={setSlaRef}
        required
      />
      <ChoiceField
        pointer="/unit"
        label="Worked by"
        options={unitOptions(units)}
        value={unit}
        onChange={setUnit}
        required
      />
      <TextField
        pointer="/customer"
        label="Customer"
        value={customer}
        onChange={setCustomer}
        required
      />
      <LongTextField
        pointer="/summary"
        label="What it is about"
        value={summary}
        onChange={setSummary}
      />
      <TextField
        pointer="/touchpoint"
        label="Where it came up"
        description="A code of one word, as: form"
        value={touchpoint}
        onChange={setTouchpoint}
      />
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}

function levelText({ name, id, targets }: ServiceLevel): string {
  const promised = [
    ...(targets.firstResponse === null
      ? []
      : [`answered in ${businessText(targets.firstResponse)}`]),
    ...(targets.resolution === null ? [] : [`done in ${businessText(targets.resolution)}`]),
  ];
  return `${name ?? id}: ${promised.join(', ')}`;
}

export type CaseChange = 'respond-to-case' | 'resume-case' | 'resolve-case';

interface ChangeProps {
  readonly found: ServiceCase;
  readonly onClose: Close;
}

const changeTexts: Readonly<Record<CaseChange, { title: string; meaning: string; done: string }>> =
  {
    'respond-to-case': {
      title: 'Say that the customer was answered',
      meaning: 'It stops the clock of the first response. It may be told later than it was.',
      done: 'The customer was answered.',
    },
    'resume-case': {
      title: 'Let the clocks go on',
      meaning: 'What was waited for is there.',
      done: 'The clocks go on.',
    },
    'resolve-case': {
      title: 'Say that it is done',
      meaning: 'It stops both clocks. It can be reopened, with a reason.',
      done: 'The case is resolved.',
    },
  };

/** What takes nothing but a time. */
export function CaseChangeForm({ found, change, onClose }: ChangeProps & { change: CaseChange }) {
  const [{ id: caseId, revision }] = useState(found);
  const [since, setSince] = useState('');
  const { title, meaning, done } = changeTexts[change];
  return (
    <OpenedForm
      title={title}
      submit="Record it"
      done={done}
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = form.effectiveAt(since);
        return form.problems.length > 0 ? form.problems : { do: change, caseId, revision, body };
      }}
    >
      <Text size="sm">{meaning}</Text>
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}

export function PauseForm({ found, onClose }: ChangeProps) {
  const [{ id: caseId, revision }] = useState(found);
  const [cause, setCause] = useState('');
  const [since, setSince] = useState('');
  return (
    <OpenedForm
      title="Stop the clocks"
      submit="Stop them"
      done="The clocks stand still."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          cause: form.text('/cause', cause, 'Waits for').trim(),
          ...form.effectiveAt(since),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'pause-case', caseId, revision, body };
      }}
    >
      <TextField
        pointer="/cause"
        label="Waits for"
        description="A code of one word, as: customer, supplier"
        value={cause}
        onChange={setCause}
        required
      />
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}
