import { Text } from '@mantine/core';
import { useState } from 'react';
import type { Survey } from '../api/types.ts';
import { dayText } from '../text/times.ts';
import { NumberField, ReasonField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';

interface SurveyFormProps {
  readonly survey: Survey;
  readonly onClose: Close;
}

export function RaiseForm({ survey, onClose }: SurveyFormProps) {
  const [{ id: surveyId, revision, threshold, commentThreshold }] = useState(survey);
  const [raised, setRaised] = useState('');
  const [ofComments, setOfComments] = useState('');
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Raise the threshold"
      submit="Raise it"
      done="The threshold is raised."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          ...present({
            threshold: form.numberOrNone('/threshold', raised, 'Answers together'),
            commentThreshold: form.numberOrNone('/commentThreshold', ofComments, 'For comments'),
          }),
          reason: form.text('/reason', reason, 'Reason'),
        };
        if (form.problems.length > 0) return form.problems;
        return { do: 'raise-threshold', surveyId, revision, body };
      }}
    >
      <Text size="sm">It never goes down again: what was promised only becomes more.</Text>
      <NumberField
        pointer="/threshold"
        label="Answers together, at least"
        description={`${threshold} now; left empty, it stays.`}
        value={raised}
        onChange={setRaised}
      />
      <NumberField
        pointer="/commentThreshold"
        label="For comments"
        description={`${commentThreshold} now; left empty, it stays.`}
        value={ofComments}
        onChange={setOfComments}
      />
      <ReasonField value={reason} onChange={setReason} />
    </OpenedForm>
  );
}

export function CloseForm({ survey, onClose }: SurveyFormProps) {
  const [{ id: surveyId, revision, closes, threshold }] = useState(survey);
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Close the survey"
      submit="Close it"
      done="The survey is closed."
      onClose={onClose}
      build={() => ({
        ...{ do: 'close-survey', surveyId, revision },
        body: present({ reason: words(reason) }),
      })}
    >
      <Text size="sm">
        Answers that wait are released, or destroyed where they are fewer than {threshold} in all.
        It is not opened again.
      </Text>
      <ReasonField
        description={`Asked for before ${dayText(closes)} is over.`}
        value={reason}
        onChange={setReason}
        isOptional
      />
    </OpenedForm>
  );
}
