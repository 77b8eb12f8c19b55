import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requestsQuery } from '../api/feedback-queries.ts';
import type { FeedbackRequest } from '../api/types.ts';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { isOverdue, requestsInOrder, requestStageTexts } from '../text/feedback.ts';
import { dayText, instantText } from '../text/times.ts';
import { AskForm, GiveForm, OpenedForms, ReasonForm } from './opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import classes from './feedback.module.css';

/** A request is closed by what follows from its answer: that is looked for so often and so long. */
const lookAgainMs = 700;
const lookMsMax = 20_000;

export function RequestsView() {
  const { behalf } = useSelf();
  return (
    <>
      <OpenedForms
        isMain
        offers={[{ label: 'Ask for feedback', form: (close) => <AskForm onClose={close} /> }]}
      />
      <Requests
        title={behalf === undefined ? 'Asked of me' : 'Asked of them'}
        which="to"
        none="Nobody has asked for feedback."
      />
      <Requests
        title={behalf === undefined ? 'Asked by me' : 'Asked by them'}
        which="by"
        none="No feedback was asked for yet."
      />
    </>
  );
}

interface RequestsProps {
  readonly title: string;
  readonly which: 'to' | 'by';
  readonly none: string;
}

function Requests({ title, which, none }: RequestsProps) {
  // What was answered here, and until when it is looked for whether the request knows.
  const [answered, setAnswered] = useState<ReadonlyMap<string, number>>(new Map());
  const found = useQuery({
    ...requestsQuery(which),
    refetchInterval: ({ state }) => {
      const isAwaited = state.data?.items.some(({ id, stage }) => {
        return stage === 'open' && Date.now() < (answered.get(id) ?? 0);
      });
      return isAwaited === true ? lookAgainMs : false;
    },
  });
  const [page, setPage] = useState(1);
  const shown = pageOf(requestsInOrder(found.data?.items ?? []), page);
  const id = `requests-${which}`;
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {found.isPending ? <Awaited what="requests" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty>{none}</Empty> : null}
      <ul className={classes.list} aria-labelledby={id}>
        {shown.items.map((request) => (
          <li key={request.id} className={classes.entry}>
            <Request
              request={request}
              which={which}
              isAnswered={answered.has(request.id)}
              onAnswered={() => {
                setAnswered(new Map([...answered, [request.id, Date.now() + lookMsMax]]));
              }}
            />
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
    </section>
  );
}

interface RequestProps {
  readonly request: FeedbackRequest;
  readonly which: 'to' | 'by';
  readonly isAnswered: boolean;
  readonly onAnswered: () => void;
}

function Request({ request, which, isAnswered, onAnswered }: RequestProps) {
  const { by, from, subject, stage, due, askedAt, question, outcomes } = request;
  const { behalf } = useSelf();
  const isLate = stage === 'open' && isOverdue(due, new Date().toISOString().slice(0, 10));
  return (
    <article>
      <p className={classes.entryHead}>
        <span className={classes.badge} data-open={stage === 'open' || undefined}>
          {requestStageTexts[stage]}
        </span>
        <strong>
          {which === 'to' ? 'From ' : 'To '}
          <PersonLink person={which === 'to' ? by : from} />
        </strong>
        {subject === by ? null : (
          <span>
            about <PersonLink person={subject} />
          </span>
        )}
        <span className={classes.dim}>
          {instantText(askedAt)} · wanted by {dayText(due)}
          {isLate ? ', which is over' : ''}
        </span>
      </p>
      <p className={classes.message}>
        <Said text={question} block />
      </p>
      {outcomes.map((outcome) => (
        <p key={outcome.at} className={classes.dim}>
          {requestStageTexts[outcome.stage]} on {instantText(outcome.at)}
          {outcome.reason === null ? null : (
            <>
              : <Said text={outcome.reason} />
            </>
          )}
        </p>
      ))}
      {stage === 'open' && which === 'to' && behalf === undefined && !isAnswered ? (
        <Answers request={request} onAnswered={onAnswered} />
      ) : null}
      <p role="status" className={classes.dim}>
        {isAnswered ? 'Your feedback is given.' : ''}
      </p>
    </article>
  );
}

function Answers({ request, onAnswered }: Pick<RequestProps, 'request' | 'onAnswered'>) {
  const { id: requestId, revision, by } = request;
  const of = `request from ${by}`;
  const decline = (close: Close) => (
    <ReasonForm
      title="Decline the request"
      submit="Decline"
      meaning="Who has asked is told that you give no feedback, and your reason."
      isOptional
      command={(reason) => ({
        ...{ do: 'decline-request', requestId, revision },
        body: reason === '' ? {} : { reason },
      })}
      done="The request is declined."
      onClose={close}
    />
  );
  return (
    <OpenedForms
      offers={[
        {
          ...{ label: 'Answer', of },
          form: (close) => (
            <GiveForm
              request={request}
              onClose={(said) => {
                close(said);
                if (said !== undefined) onAnswered();
              }}
            />
          ),
        },
        { label: 'Decline', of, form: decline },
      ]}
    />
  );
}
