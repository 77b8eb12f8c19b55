import { NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FeedbackNote, FeedbackRequest, Visibility } from '../api/types.ts';
import { Said } from '../parts/said.tsx';
import { noteKindTexts, visibilities, visibilityMeanings } from '../text/feedback.ts';
import { visibilityTexts, widerThan } from '../text/feedback.ts';
import { useProblemAt } from './command-form.tsx';
import { DayField, LongTextField, ReasonField } from './fields.tsx';
import { FormReader, present, words } from './form-reader.ts';
import { OpenedForm, type Close } from './opened-form.tsx';
import { PersonField } from './person-field.tsx';

interface GiveProps {
  /** The request that is answered. */
  readonly request?: FeedbackRequest;
  readonly onClose: Close;
}

/** A note of one's own accord, or in answer to a request. */
export function GiveForm({ request, onClose }: GiveProps) {
  const [subject, setSubject] = useState(request?.subject ?? '');
  const [visibility, setVisibility] = useState<Visibility>('author-and-subject');
  const [kind, setKind] = useState<FeedbackNote['kind']>('praise');
  const [message, setMessage] = useState('');
  return (
    <OpenedForm
      title={request === undefined ? 'Give feedback' : 'Answer the request'}
      submit={request === undefined ? 'Give it' : 'Answer'}
      done="Your feedback is given."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const about = form.text('/subject', subject, 'About').trim();
        const said = form.text('/message', message, 'Message');
        if (form.problems.length > 0) return form.problems;
        const links = request === undefined ? undefined : [{ request: request.id }];
        const body = { subject: about, visibility, kind, message: said, ...present({ links }) };
        return { do: 'give-feedback', body };
      }}
    >
      {request === undefined ? (
        <PersonField
          pointer="/subject"
          label="About"
          value={subject}
          onChange={setSubject}
          required
        />
      ) : (
        <Text size="sm">
          About <Said text={request.subject} />
        </Text>
      )}
      <NativeSelect
        label="Kind"
        data={Object.entries(noteKindTexts).map(([value, label]) => ({ value, label }))}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as FeedbackNote['kind'])}
      />
      <LongTextField
        pointer="/message"
        label="Message"
        description="What you saw, and what it led to."
        value={message}
        onChange={setMessage}
        required
      />
      <VisibilityField
        pointer="/visibility"
        offered={visibilities}
        value={visibility}
        onChange={setVisibility}
      />
    </OpenedForm>
  );
}

interface VisibilityProps {
  readonly pointer: string;
  readonly offered: readonly Visibility[];
  readonly value: Visibility | '';
  readonly onChange: (value: Visibility) => void;
}

function VisibilityField({ pointer, offered, value, onChange }: VisibilityProps) {
  return (
    <Radio.Group
      label="Who reads it"
      description="It can be opened to more people later, and never to fewer."
      value={value}
      onChange={(chosen) => onChange(chosen as Visibility)}
      error={useProblemAt(pointer)}
      withAsterisk
    >
      <Stack gap="xs" mt="xs">
        {offered.map((one) => (
          <Radio
            key={one}
            value={one}
            label={visibilityTexts[one]}
            description={visibilityMeanings[one]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface WidenProps {
  readonly note: FeedbackNote;
  readonly onClose: Close;
}

export function WidenForm({ note, onClose }: WidenProps) {
  const [{ id: noteId, revision, visibility }] = useState(note);
  const [to, setTo] = useState<Visibility | ''>('');
  const [reason, setReason] = useState('');
  return (
    <OpenedForm
      title="Let more people read it"
      submit="Let them read it"
      done="More people can read it now."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        if (to === '') form.refuse('/to', 'Choose who is to read it.');
        if (to === '' || form.problems.length > 0) return form.problems;
        const body = { to, ...present({ reason: words(reason) }) };
        return { do: 'widen-feedback', noteId, revision, body };
      }}
    >
      <VisibilityField pointer="/to" offered={widerThan[visibility]} value={to} onChange={setTo} />
      <ReasonField value={reason} onChange={setReason} isOptional />
    </OpenedForm>
  );
}

export function AskForm({ onClose }: { readonly onClose: Close }) {
  const [from, setFrom] = useState('');
  const [subject, setSubject] = useState('');
  const [due, setDue] = useState('');
  const [question, setQuestion] = useState('');
  return (
    <OpenedForm
      title="Ask for feedback"
      submit="Ask"
      done="Your request is sent."
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = {
          from: form.text('/from', from, 'Who is asked').trim(),
          ...present({ subject: words(subject)?.trim() }),
          due: form.text('/due', due, 'Wanted by'),
          question: form.text('/question', question, 'Question'),
        };
        return form.problems.length > 0 ? form.problems : { do: 'ask-feedback', body };
      }}
    >
      <PersonField pointer="/from" label="Who is asked" value={from} onChange={setFrom} required />
      <PersonField
        pointer="/subject"
        label="About"
        description="Yourself when left empty; or somebody whom you manage."
        value={subject}
        onChange={setSubject}
      />
      <DayField pointer="/due" label="Wanted by" value={due} onChange={setDue} required />
      <LongTextField
        pointer="/question"
        label="Question"
        value={question}
        onChange={setQuestion}
        required
      />
    </OpenedForm>
  );
}
