import { Checkbox, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ServiceLevel } from '../api/types.ts';
import { dayNames, openingText } from '../text/service-levels.ts';
import { useProblemAt } from './command-form.tsx';
import { ChoiceField, EffectiveAtField, NumberField, ReasonField, TextField } from './fields.tsx';
import { FormReader, present } from './form-reader.ts';
import classes from './forms.module.css';
import { OpenedForm, type Close } from './opened-form.tsx';
import { openingOf, targetsOf, type TypedOpening } from './service-level-draft.ts';

const workdays: TypedOpening = {
  ...{ open: 'days', days: [0, 1, 2, 3, 4], from: '09:00', until: '17:00' },
  ...{ zone: Intl.DateTimeFormat().resolvedOptions().timeZone, holidays: '' },
};

export function DefineServiceLevelForm({ onClose }: { readonly onClose: Close }) {
  const [name, setName] = useState('');
  const [targets, setTargets] = useState({ firstResponse: '', resolution: '' });
  const [opening, setOpening] = useState(workdays);
  const [since, setSince] = useState('');
  return (
    <OpenedForm
      title="Define a service level"
      submit="Define it"
      done="The service level is defined."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          name: form.text('/name', name, 'Name'),
          targets: targetsOf(form, targets.firstResponse, targets.resolution),
          // There is nothing yet that could be kept.
          opening: openingOf(form, opening) ?? { zone: '', week: [] },
          ...form.effectiveAt(since),
        };
        return form.problems.length > 0 ? form.problems : { do: 'define-service-level', body };
      }}
    >
      <TextField pointer="/name" label="Name" value={name} onChange={setName} required />
      <TargetsFields value={targets} onChange={setTargets} />
      <OpeningFields value={opening} onChange={setOpening} />
      <EffectiveAtField value={since} onChange={setSince} />
    </OpenedForm>
  );
}

interface ReviseProps {
  readonly level: ServiceLevel;
  readonly onClose: Close;
}

/** Cases that are open keep what they were promised. */
export function ReviseServiceLevelForm({ level, onClose }: ReviseProps) {
  const [{ id: serviceLevelId, revision, ...before }] = useState(level);
  const [targets, setTargets] = useState(() => ({
    firstResponse: hoursOf(before.targets.firstResponse),
    resolution: hoursOf(before.targets.resolution),
  }));
  const [opening, setOpening] = useState<TypedOpening>({ ...workdays, open: 'keep' });
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Promise something else"
      submit="Record the version"
      done="The service level has a new version."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          targets: targetsOf(form, targets.firstResponse, targets.resolution),
          ...present({ opening: openingOf(form, opening) }),
          reason: form.text('/reason', reason, 'Reason'),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'revise-service-level', serviceLevelId, revision, body };
      }}
    >
      <Text size="sm">Cases that are open already keep what they were promised.</Text>
      <TargetsFields value={targets} onChange={setTargets} />
      <OpeningFields value={opening} onChange={setOpening} now={before.opening} />
      <ReasonField value={reason} onChange={setReason} />
    </OpenedForm>
  );
}

function hoursOf(minutes: number | null): string {
  return minutes === null ? '' : String(minutes / 60);
}

interface Targets {
  readonly firstResponse: string;
  readonly resolution: string;
}

interface TargetsProps {
  readonly value: Targets;
  readonly onChange: (targets: Targets) => void;
}

function TargetsFields({ value, onChange }: TargetsProps) {
  const problem = useProblemAt('/targets');
  return (
    <>
      <div className={classes.row}>
        <NumberField
          pointer="/targets/firstResponse"
          label="Hours to the first answer"
          description="Of opening hours; nothing is promised when left empty."
          value={value.firstResponse}
          onChange={(firstResponse) => onChange({ ...value, firstResponse })}
        />
        <NumberField
          pointer="/targets/resolution"
          label="Hours to the resolution"
          description="Of opening hours; nothing is promised when left empty."
          value={value.resolution}
          onChange={(resolution) => onChange({ ...value, resolution })}
        />
      </div>
      {problem === undefined ? null : <p className={classes.problem}>{problem}</p>}
    </>
  );
}

interface OpeningProps {
  readonly value: TypedOpening;
  readonly onChange: (opening: TypedOpening) => void;
  /** Those that can be kept. */
  readonly now?: ServiceLevel['opening'];
}

function OpeningFields({ value, onChange, now }: OpeningProps) {
  const set = (part: Partial<TypedOpening>) => onChange({ ...value, ...part });
  const kept = now === undefined ? [] : [{ value: 'keep' as const, label: 'As they are' }];
  return (
    <fieldset className={classes.part}>
      <legend>Opening hours</legend>
      {now === undefined ? null : <p className={classes.hint}>Now {openingText(now)}.</p>}
      <ChoiceField
        pointer="/opening"
        label="The clocks run"
        options={[
          ...kept,
          { value: 'days', label: 'On some days, from a time until a time' },
          { value: 'always', label: 'At all hours' },
        ]}
        value={value.open}
        onChange={(open) => set({ open })}
      />
      {value.open === 'days' ? <DaysFields value={value} set={set} /> : null}
      {value.open === 'keep' ? null : (
        <div className={classes.row}>
          <TextField
            pointer="/opening/zone"
            label="Time zone"
            description="As in Europe/Berlin"
            value={value.zone}
            onChange={(zone) => set({ zone })}
            required
          />
          <TextField
            pointer="/opening/holidays"
            label="Holidays"
            description="As in 2026-12-25, with commas between"
            value={value.holidays}
            onChange={(holidays) => set({ holidays })}
          />
        </div>
      )}
    </fieldset>
  );
}

interface DaysProps {
  readonly value: TypedOpening;
  readonly set: (part: Partial<TypedOpening>) => void;
}

function DaysFields({ value: { days, from, until }, set }: DaysProps) {
  const problem = useProblemAt('/opening/week');
  return (
    <>
      <div className={classes.days}>
        {dayNames.map((name, day) => (
          <Checkbox
            key={name}
            label={name}
            checked={days.includes(day)}
            onChange={(event) => {
              const rest = days.filter((one) => one !== day);
              set({ days: event.currentTarget.checked ? [...rest, day] : rest });
            }}
          />
        ))}
      </div>
      <div className={classes.row}>
        <TextInput
          label="From"
          type="time"
          value={from}
          error={problem}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          label="Until"
          type="time"
          value={until}
          onChange={(event) => set({ until: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
