import { Alert, Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ApiProblem } from '../api/problems.ts';
import { takePart } from '../api/survey-queries.ts';
import type { Survey } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { Empty, Failure } from '../parts/states.tsx';
import { isOpen } from '../text/surveys.ts';
import { AnswerForm } from './answer-form.tsx';
import { canBlind, demandSameKeys, drawTicket, signedTicket } from './blinding.ts';
import { departures } from './departures.ts';
import { LeavingAnswer } from './leaving-answer.tsx';
import { tickets, type TakingPart } from './taking-part.ts';
import { checkWords, keyOfGroup } from './ticket.ts';

interface TakePartProps {
  readonly survey: Survey;
  readonly person: string;
}

/** From the ticket, which is asked for by name, to the answer, which goes without one. */
export function TakePart({ survey, person }: TakePartProps) {
  const { id: surveyId } = survey;
  const taking = useSyncExternalStore(tickets.subscribe, () => tickets.of(surveyId, person));
  if (taking?.step === 'handed-in') {
    return (
      <p role="status">
        Thank you. Your answer is in, and is no longer in this tab; nobody can change it now.
      </p>
    );
  }
  if (!isOpen(survey, new Date().toISOString().slice(0, 10))) {
    return <Empty>It is not open for answers.</Empty>;
  }
  if (taking === undefined || taking.step === 'drawn') {
    return <Begin survey={survey} person={person} taking={taking} />;
  }
  if (taking.step === 'leaving') {
    return <LeavingAnswer kept={{ surveyId, person, taking }} />;
  }
  return (
    <AnswerForm
      survey={survey}
      before={taking.answer}
      onAnswer={(answer) => departures.leave(surveyId, person, taking.ticket, answer)}
    />
  );
}

interface BeginProps extends TakePartProps {
  readonly taking: (TakingPart & { readonly step: 'drawn' }) | undefined;
}

function Begin({ survey, person, taking }: BeginProps) {
  const asking = useMutation({ mutationFn: () => ticketFor(survey, person, taking) });
  if (!canBlind()) {
    return (
      <Alert role="alert" color="yellow" variant="light" title="This needs a secure connection">
        Browsers give their cryptography to pages over HTTPS only. Open this address with https, or
        ask whoever runs it to offer that.
      </Alert>
    );
  }
  const { digest } = survey.tickets;
  return (
    <>
      {digest === null ? null : (
        <Text size="sm" mb="sm">
          The keys of this survey are the same for everybody:{' '}
          <strong className="pl-number">{checkWords(digest)}</strong>. Ask a colleague whether
          theirs are these; with others, answers could be told apart.
        </Text>
      )}
      {asking.error === null ? null : <NoTicket error={asking.error} />}
      <Button mt="sm" loading={asking.isPending} onClick={() => asking.mutate()}>
        {taking === undefined ? 'Take part' : 'Ask for the ticket again'}
      </Button>
      <p className={classes.dim}>
        {taking === undefined
          ? 'It is recorded that you take part. You are asked the questions then.'
          : 'It was asked for, and no answer came. The same ticket is asked for again.'}
      </p>
    </>
  );
}

function NoTicket({ error }: { readonly error: Error }) {
  if (isAnother(error)) {
    return (
      <Alert role="alert" color="yellow" variant="light" title="You have taken part already">
        Your ticket was signed before, in another tab or browser, and is there only. If it was used,
        your answer is in. If it is lost, there is no other: nobody could tell whether it was used.
      </Alert>
    );
  }
  return <Failure error={error} />;
}

/** What was drawn is kept before it is asked for: what is signed without that is lost. */
async function ticketFor(
  { id: surveyId, tickets: { keys, segments, digest } }: Survey,
  person: string,
  taking: BeginProps['taking'],
): Promise<void> {
  const key = keyOfGroup(keys, segments ?? {});
  if (key === undefined || digest === null) throw new Error('The survey has no keys any more.');
  await demandSameKeys(keys, digest);
  const drawn = taking?.drawn ?? (await drawTicket(surveyId, key));
  tickets.keep({ surveyId, person, taking: { step: 'drawn', drawn } });
  const { signature } = await takePart(surveyId, drawn.blinded).catch((error: unknown) => {
    if (isAnother(error)) tickets.forget(surveyId);
    throw error;
  });
  const ticket = await signedTicket(drawn, signature);
  tickets.keep({ surveyId, person, taking: { step: 'ticket', ticket } });
}

/** A ticket was signed before, and it was not this one. */
function isAnother(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === 'participation/another-ticket';
}
