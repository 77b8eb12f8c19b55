import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rulePacksQuery, templatesQuery } from '../api/cycle-queries.ts';
import type { PublishedReviewTemplate } from '../api/types.ts';
import { dueLabels, nothingTyped, planOf, versionOptions } from './cycle-draft.ts';
import type { Due, TypedCycle } from './cycle-draft.ts';
import { CommandForm } from './command-form.tsx';
import { ChoiceField, DayField, NumberField, TextField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import classes from './forms.module.css';
import { UnitsField } from './units-field.tsx';

interface PlanProps {
  readonly onPlanned: (cycleId: string) => void;
  readonly onClose: () => void;
}

interface PartProps {
  readonly typed: TypedCycle;
  readonly set: (part: Partial<TypedCycle>) => void;
}

export function PlanCycleForm({ onPlanned, onClose }: PlanProps) {
  const [typed, setTyped] = useState(nothingTyped);
  const set = (part: Partial<TypedCycle>) => setTyped((before) => ({ ...before, ...part }));
  return (
    <CommandForm
      title="Plan a review cycle"
      submit="Plan it"
      onDone={({ id }) => (id === undefined ? onClose() : onPlanned(id))}
      onCancel={onClose}
      build={() => {
        const form = new FormReader();
        const body = planOf(form, typed);
        return form.problems.length > 0 ? form.problems : { do: 'plan-cycle', body };
      }}
    >
      <TextField
        pointer="/title"
        label="Name"
        value={typed.title}
        onChange={(title) => set({ title })}
        required
      />
      <Period typed={typed} set={set} />
      <Asked typed={typed} set={set} />
      <Participants typed={typed} set={set} />
      <Peers typed={typed} set={set} />
      <DueDays typed={typed} set={set} />
    </CommandForm>
  );
}

function Period({ typed, set }: PartProps) {
  return (
    <fieldset className={classes.part}>
      <legend>The days that are reviewed</legend>
      <div className={classes.row}>
        <DayField
          pointer="/period/from"
          label="First day"
          value={typed.from}
          onChange={(from) => set({ from })}
          required
        />
        <DayField
          pointer="/period/to"
          label="Last day"
          value={typed.to}
          onChange={(to) => set({ to })}
          required
        />
      </div>
    </fieldset>
  );
}

/** What is asked, and how it is scored: two that do not fit each other are refused. */
function Asked({ typed, set }: PartProps) {
  const templates = useQuery(templatesQuery()).data?.items ?? [];
  const packs = useQuery(rulePacksQuery()).data?.items ?? [];
  return (
    <div className={classes.row}>
      <ChoiceField
        pointer="/template"
        label="Form"
        description="What is asked of whom"
        options={versionOptions(templates, templateName)}
        value={typed.template}
        onChange={(template) => set({ template })}
        required
      />
      <ChoiceField
        pointer="/pack"
        label="Rule pack"
        description="How ratings become a score; it must count what the form asks."
        options={versionOptions(packs, ({ id }) => id)}
        value={typed.pack}
        onChange={(pack) => set({ pack })}
        required
      />
    </div>
  );
}

/** Titles in options are cut: a list that is as wide as the longest one cannot be read. */
const titleLengthMax = 40;

function templateName({ id, titles, defaultLanguage }: PublishedReviewTemplate): string {
  const title = titles[`title.${navigator.language}`] ?? titles[`title.${defaultLanguage}`] ?? id;
  return title.length > titleLengthMax ? `${title.slice(0, titleLengthMax - 1)}…` : title;
}

function Participants({ typed, set }: PartProps) {
  return (
    <fieldset className={classes.part}>
      <legend>Who is reviewed</legend>
      <Checkbox
        mb="sm"
        label="Everybody who is here at the launch"
        checked={typed.isEverybody}
        onChange={(event) => set({ isEverybody: event.currentTarget.checked })}
      />
      {typed.isEverybody ? null : (
        <UnitsField
          pointer="/population/units"
          label="Add a unit, with all below"
          value={typed.units}
          onChange={(units) => set({ units })}
        />
      )}
    </fieldset>
  );
}

const modes = [
  { value: 'named', label: 'by name' },
  { value: 'anonymous', label: 'without names' },
] as const;

function Peers({ typed, set }: PartProps) {
  return (
    <fieldset className={classes.part}>
      <legend>Peers, and people from below</legend>
      <div className={classes.row}>
        <ChoiceField
          pointer="/peers/mode"
          label="They write"
          options={modes}
          value={typed.mode}
          onChange={(mode) => set({ mode })}
          required
        />
        <NumberField
          pointer="/peers/min"
          label="How many, at least"
          description="Without names it is a promise: of fewer nothing is shown."
          value={typed.min}
          onChange={(min) => set({ min })}
          required
        />
      </div>
    </fieldset>
  );
}

function DueDays({ typed: { due }, set }: PartProps) {
  return (
    <fieldset className={classes.part}>
      <legend>By when</legend>
      <div className={classes.row}>
        {(Object.keys(dueLabels) as Due[]).map((one) => (
          <DayField
            key={one}
            pointer={`/due/${one}`}
            label={dueLabels[one]}
            value={due[one]}
            onChange={(day) => set({ due: { ...due, [one]: day } })}
            required
          />
        ))}
      </div>
    </fieldset>
  );
}
