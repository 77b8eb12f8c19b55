import { Alert, Button, Radio, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Survey, SurveyQuestion } from '../api/types.ts';
import formClasses from '../forms/forms.module.css';
import { Said } from '../parts/said.tsx';
import { choicesOf, commentLengthMax, givenOf, mistakesOf } from './answers.ts';
import { scaleTexts, typedOf, type Typed } from './answers.ts';
import classes from './surveys.module.css';
import type { GivenAnswer } from './taking-part.ts';

interface AnswerProps {
  readonly survey: Survey;
  readonly before: GivenAnswer | undefined;
  readonly onAnswer: (answer: GivenAnswer) => void;
}

export function AnswerForm({ survey: { questions }, before, onAnswer }: AnswerProps) {
  const [typed, setTyped] = useState<Typed>(before === undefined ? {} : typedOf(before));
  const [mistakes, setMistakes] = useState<ReadonlyMap<string, string>>(new Map());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const found = mistakesOf(questions, typed);
    setMistakes(found);
    if (found.size === 0) onAnswer(givenOf(questions, typed));
  };
  return (
    <form className={formClasses.form} onSubmit={onSubmit} noValidate aria-label="Your answer">
      <Stack gap="lg">
        {questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            value={typed[question.id] ?? ''}
            mistake={mistakes.get(question.id)}
            onChange={(value) => setTyped({ ...typed, [question.id]: value })}
          />
        ))}
        <Mistakes mistakes={mistakes} questions={questions} />
        <div>
          <Button type="submit">Send the answer</Button>
        </div>
      </Stack>
    </form>
  );
}

interface QuestionProps {
  readonly question: SurveyQuestion;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly onChange: (value: string) => void;
}

function Question({ question, value, mistake, onChange }: QuestionProps) {
  const { id, kind, required, text } = question;
  const choices = choicesOf(question);
  const label = <Said text={text} missing={id} />;
  if (choices === undefined) {
    return (
      <Textarea
        label={label}
        description={`${commentLengthMax} characters at most. Write nothing by which you or others could be recognised.`}
        rows={4}
        value={value}
        error={mistake}
        withAsterisk={required}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  // Who has chosen must be able to take it back, and a radio button alone cannot.
  const offered = required ? choices : [...choices, { value: '', label: 'No answer' }];
  return (
    <Radio.Group
      label={label}
      description={kind === 'rating' || kind === 'enps' ? scaleTexts[kind] : undefined}
      value={value}
      error={mistake}
      withAsterisk={required}
      onChange={onChange}
    >
      <div className={classes.scale}>
        {offered.map((one) => (
          <Radio key={one.value} value={one.value} label={<Said text={one.label} />} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface MistakesProps {
  readonly mistakes: ReadonlyMap<string, string>;
  readonly questions: readonly SurveyQuestion[];
}

/** All of them in one place, focused, so that nobody searches for them. */
function Mistakes({ mistakes, questions }: MistakesProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mistakes.size > 0) box.current?.focus();
  }, [mistakes]);
  if (mistakes.size === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      title="Your answer was not sent yet"
    >
      <ul className={formClasses.errors}>
        {[...mistakes].map(([id, mistake]) => (
          <li key={id}>
            <Said text={questions.find((one) => one.id === id)?.text ?? ''} /> {mistake}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
