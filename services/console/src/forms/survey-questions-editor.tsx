import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import type { SurveyQuestion } from '../api/types.ts';
import { languageName, questionKindTexts } from '../text/surveys.ts';
import { LongTextField, TextField } from './fields.tsx';
import classes from './forms.module.css';
import { emptyQuestion, type Texts, type TypedQuestion } from './survey-draft.ts';

interface EditorProps {
  readonly languages: readonly string[];
  readonly value: readonly TypedQuestion[];
  readonly onChange: (value: readonly TypedQuestion[]) => void;
}

export function SurveyQuestionsEditor({ languages, value, onChange }: EditorProps) {
  const replace = (index: number, next: TypedQuestion | undefined) => {
    onChange(value.flatMap((one, place) => (place !== index ? one : (next ?? []))));
  };
  const no = Math.max(0, ...value.map(({ id }) => Number(/^q(\d+)$/.exec(id)?.[1] ?? 0))) + 1;
  return (
    <Stack gap="sm">
      {value.map((one, index) => (
        <QuestionFields
          key={one.key}
          at={`/questions/${index}`}
          title={`Question ${index + 1}`}
          languages={languages}
          value={one}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index, undefined)}
        />
      ))}
      <div>
        <Button variant="default" size="xs" onClick={() => onChange([...value, emptyQuestion(no)])}>
          Add a question
        </Button>
      </div>
    </Stack>
  );
}

interface FieldsProps {
  readonly at: string;
  readonly title: string;
  readonly languages: readonly string[];
  readonly value: TypedQuestion;
  readonly onChange: (value: TypedQuestion) => void;
  readonly onRemove: () => void;
}

function QuestionFields({ at, title, languages, value, onChange, onRemove }: FieldsProps) {
  const set = (part: Partial<TypedQuestion>) => onChange({ ...value, ...part });
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      <Stack gap="sm">
        <div className={classes.row}>
          <NativeSelect
            label="Answered as"
            data={Object.entries(questionKindTexts).map(([kind, label]) => ({
              ...{ value: kind, label },
            }))}
            value={value.kind}
            onChange={(event) => set({ kind: event.currentTarget.value as SurveyQuestion['kind'] })}
          />
          <TextField
            pointer={`${at}/id`}
            label="Id"
            description="Stays the same in every survey."
            value={value.id}
            onChange={(id) => set({ id })}
            required
          />
        </div>
        <TextsFields
          pointer={`${at}/text`}
          label="Question"
          languages={languages}
          value={value.texts}
          onChange={(texts) => set({ texts })}
        />
        {value.kind === 'choice'
          ? languages.map((one, index) => (
              <LongTextField
                key={one}
                pointer={index === 0 ? `${at}/options` : `${at}/options/${one}`}
                label={`Options, ${languageName(one)}`}
                description="One a line, in the same order in every language."
                value={value.options[one] ?? ''}
                onChange={(text) => set({ options: { ...value.options, [one]: text } })}
                required={index === 0}
              />
            ))
          : null}
        <Checkbox
          label="Must be answered"
          checked={value.required}
          onChange={(event) => set({ required: event.currentTarget.checked })}
        />
        <div>
          <Button variant="subtle" size="compact-xs" onClick={onRemove}>
            Remove
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

interface TextsProps {
  readonly pointer: string;
  readonly label: string;
  readonly languages: readonly string[];
  readonly value: Texts;
  readonly onChange: (value: Texts) => void;
  readonly isOptional?: boolean;
}

/** One text in each language; only the first one has to be there. */
export function TextsFields(props: TextsProps) {
  const { pointer, label, languages, value, onChange, isOptional = false } = props;
  return languages.map((one, index) => (
    <TextField
      key={one}
      pointer={index === 0 ? pointer : `${pointer}/${one}`}
      label={`${label}, ${languageName(one)}`}
      value={value[one] ?? ''}
      onChange={(text) => onChange({ ...value, [one]: text })}
      required={index === 0 && !isOptional}
    />
  ));
}
