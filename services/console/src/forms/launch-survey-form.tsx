import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitsQuery } from '../api/people-queries.ts';
import type { SurveySummary, Unit } from '../api/types.ts';
import { unitOptions } from '../people/unit-tree.ts';
import { surveyKindTexts } from '../text/surveys.ts';
import { useProblemAt } from './command-form.tsx';
import { DayField, NumberField, TextField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import classes from './forms.module.css';
import { OpenedForm, type Close } from './opened-form.tsx';
import { emptyQuestion, languagesOf, launchOf, type TypedSurvey } from './survey-draft.ts';
import { SurveyQuestionsEditor, TextsFields } from './survey-questions-editor.tsx';

const nothingTyped: TypedSurvey = {
  ...{ unit: '', kind: 'pulse', title: {}, languages: 'en', questions: [], byLink: false },
  ...{ askedUnit: '', people: '', byUnit: true, threshold: '', commentThreshold: '' },
  ...{ opens: '', closes: '' },
};

type Set = (part: Partial<TypedSurvey>) => void;

interface PartProps {
  readonly typed: TypedSurvey;
  readonly set: Set;
}

export function LaunchSurveyForm({ onClose }: { readonly onClose: Close }) {
  const [typed, setTyped] = useState<TypedSurvey>(() => {
    return { ...nothingTyped, questions: [emptyQuestion(1)] };
  });
  const set: Set = (part) => setTyped((before) => ({ ...before, ...part }));
  const languages = languagesOf(typed.languages);
  return (
    <OpenedForm
      title="Launch a survey"
      submit="Launch it"
      done="The survey is launched."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = launchOf(form, typed);
        return form.problems.length > 0 ? form.problems : { do: 'launch-survey', body };
      }}
    >
      <About typed={typed} set={set} />
      <SurveyQuestionsEditor
        languages={languages}
        value={typed.questions}
        onChange={(questions) => set({ questions })}
      />
      <Audience typed={typed} set={set} />
      <Terms typed={typed} set={set} />
    </OpenedForm>
  );
}

function About({ typed, set }: PartProps) {
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  return (
    <>
      <div className={classes.row}>
        <UnitField
          pointer="/owner"
          label="Of the unit"
          units={units}
          value={typed.unit}
          onChange={(unit) => set({ unit })}
        />
        <NativeSelect
          label="Kind"
          data={Object.entries(surveyKindTexts).map(([value, label]) => ({ value, label }))}
          value={typed.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as SurveySummary['kind'] })}
        />
        <TextField
          pointer="/languages"
          label="Languages"
          description="Their tags, as in: en, de. The first one has every text."
          value={typed.languages}
          onChange={(tags) => set({ languages: tags })}
          required
        />
      </div>
      <TextsFields
        pointer="/title"
        label="Title"
        languages={languagesOf(typed.languages)}
        value={typed.title}
        onChange={(title) => set({ title })}
        isOptional
      />
    </>
  );
}

function Audience({ typed, set }: PartProps) {
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  return (
    <fieldset className={classes.part}>
      <legend>Who is asked</legend>
      <NativeSelect
        label="They answer"
        data={[
          { value: 'people', label: 'from their account' },
          { value: 'link', label: 'by links that you print' },
        ]}
        value={typed.byLink ? 'link' : 'people'}
        onChange={(event) => set({ byLink: event.currentTarget.value === 'link' })}
      />
      {typed.byLink ? null : (
        <>
          <UnitField
            pointer="/audience"
            label="All of a unit, with all below"
            units={units}
            value={typed.askedUnit}
            onChange={(askedUnit) => set({ askedUnit })}
          />
          <TextField
            pointer="/audience/people"
            label="And these people"
            description="Their sign-in names, with commas between"
            value={typed.people}
            onChange={(people) => set({ people })}
          />
          <Checkbox
            mt="sm"
            label="Count the answers by unit, where enough are together"
            checked={typed.byUnit}
            onChange={(event) => set({ byUnit: event.currentTarget.checked })}
          />
        </>
      )}
    </fieldset>
  );
}

function Terms({ typed, set }: PartProps) {
  return (
    <div className={classes.row}>
      <DayField
        pointer="/opens"
        label="First day"
        value={typed.opens}
        onChange={(opens) => set({ opens })}
        required
      />
      <DayField
        pointer="/closes"
        label="Last day"
        value={typed.closes}
        onChange={(closes) => set({ closes })}
        required
      />
      <NumberField
        pointer="/threshold"
        label="Answers together, at least"
        description="5 when left empty; it only rises."
        value={typed.threshold}
        onChange={(threshold) => set({ threshold })}
      />
      <NumberField
        pointer="/commentThreshold"
        label="For comments"
        description="As many when left empty."
        value={typed.commentThreshold}
        onChange={(commentThreshold) => set({ commentThreshold })}
      />
    </div>
  );
}

interface UnitFieldProps {
  readonly pointer: string;
  readonly label: string;
  readonly units: readonly Unit[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function UnitField({ pointer, label, units, value, onChange }: UnitFieldProps) {
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: 'None' }, ...unitOptions(units)]}
      value={value}
      error={useProblemAt(pointer)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
