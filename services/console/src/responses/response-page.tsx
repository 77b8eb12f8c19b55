import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy } from 'react';
import { responseQuery } from '../api/service-queries.ts';
import type { CustomerResponse } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms, ReasonForm } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import { ActorName, OwnerLink, PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { useSelf } from '../team/use-self.ts';
import { shareText } from '../text/figures.ts';
import { mayDispute, outcomeTexts, responseText, scoreLineText } from '../text/responses.ts';
import { shareLineText } from '../text/responses.ts';
import { dayText, instantText } from '../text/times.ts';

const CloseLoopForm = lazy(async () => {
  const { CloseLoopForm: form } = await import('../forms/response-forms.tsx');
  return { default: form };
});

export function ResponsePage() {
  const { responseId } = useParams({ from: '/responses/$responseId' });
  const found = useQuery(responseQuery(responseId));
  if (found.isPending) return <Awaited what="the response" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  return <Response response={found.data} />;
}

function Response({ response }: { readonly response: CustomerResponse }) {
  const { occurredOn, touchpoint, channel, location, answers, comment, source } = response;
  return (
    <>
      <Title order={1} size="h2">
        What a customer answered on {dayText(occurredOn)}
      </Title>
      <p className={classes.dim}>
        <Said text={[location ?? 'no location named', touchpoint, channel, source].join(' · ')} />
      </p>
      <ul aria-label="Answers" className="pl-number">
        {answers.map((one) => (
          <li key={one.metric}>{scoreLineText(one)}</li>
        ))}
      </ul>
      <p className={classes.message}>
        <Said text={comment} missing="nothing was written" block />
      </p>
      <p>{responseText(response)}</p>
      <Actions response={response} />
      <Shares response={response} />
      <Ends response={response} />
    </>
  );
}

function Actions({ response }: { readonly response: CustomerResponse }) {
  const { own, behalf } = useSelf();
  const isManager = useRoles().has('service-manager');
  const { id: responseId, revision, stage, loop } = response;
  const close = {
    label: 'Somebody went back',
    form: (done: Close) => <CloseLoopForm response={response} onClose={done} />,
  };
  const dispute = {
    label: 'Dispute my share',
    form: (done: Close) => (
      <ReasonForm
        title="Dispute your share"
        submit="Dispute it"
        meaning="Until it is settled by somebody above you, it counts in no figure of yours."
        command={(reason) => ({
          ...{ do: 'dispute-share', responseId, revision, body: { reason } },
        })}
        done="Your share is disputed."
        onClose={done}
      />
    ),
  };
  const withdraw = {
    label: 'Withdraw',
    form: (done: Close) => (
      <ReasonForm
        title="Withdraw the response"
        submit="Withdraw it"
        meaning="For what was recorded by mistake. It counts nowhere then, and stays to be seen."
        command={(reason) => ({
          ...{ do: 'withdraw-response', responseId, revision, body: { reason } },
        })}
        done="The response is withdrawn."
        onClose={done}
      />
    ),
  };
  const isLive = stage === 'recorded';
  const mayBeDisputed = behalf === undefined && mayDispute(response, own);
  return (
    <OpenedForms
      offers={[
        ...(isLive && loop.state === 'open' ? [close] : []),
        ...(mayBeDisputed ? [dispute] : []),
        ...(isLive && isManager ? [withdraw] : []),
      ]}
    />
  );
}

function Shares({ response: { shares, attributions, disputes } }: { response: CustomerResponse }) {
  return (
    <section className={classes.section} aria-labelledby="shares-title">
      <h2 id="shares-title" className={classes.title}>
        Whose work it tells of
      </h2>
      {shares.length === 0 ? <p>Nobody’s, as far as it was said.</p> : null}
      <ul aria-label="Shares">
        {shares.map(({ unit, person, share }) => (
          <li key={unit ?? person}>
            <OwnerLink owner={unit === undefined ? `person:${person ?? ''}` : `unit:${unit}`} />{' '}
            <span className="pl-number">{shareText(share)}</span>
          </li>
        ))}
      </ul>
      {attributions.map(({ at, by, shares: then, reason }) => (
        <p key={at} className={classes.dim}>
          {instantText(at)}, by <ActorName by={by} />:{' '}
          <Said text={then.map(shareLineText).join(', ')} />
          <Reason reason={reason} />
        </p>
      ))}
      {disputes.map(({ at, person, share, reason, settled }) => (
        <p key={`${at} ${person}`} className={classes.dim}>
          <PersonLink person={person} /> disputed {shareText(share)} on {instantText(at)}
          <Reason reason={reason} />
          {settled === null
            ? '. It is not settled yet.'
            : `. It was ${outcomeTexts[settled.outcome]} on ${instantText(settled.at)}`}
          {settled === null ? null : <Reason reason={settled.reason} />}
        </p>
      ))}
    </section>
  );
}

/** What became of it: that somebody went back to the customer, and that it was withdrawn. */
function Ends({ response: { loop, withdrawn, withdrawnBefore } }: { response: CustomerResponse }) {
  const ends = [...withdrawnBefore, ...(withdrawn === null ? [] : [withdrawn])];
  return (
    <>
      {loop.at === undefined || loop.by === undefined ? null : (
        <p className={classes.dim}>
          <ActorName by={loop.by} /> went back to the customer, {instantText(loop.at)}: it came of{' '}
          {loop.cause}
          <Reason reason={loop.reason ?? null} />
        </p>
      )}
      {ends.map(({ at, by, reason }, index) => (
        <p key={at} className={classes.dim}>
          Withdrawn on {instantText(at)} by <ActorName by={by} />
          <Reason reason={reason} />
          {index < withdrawnBefore.length ? ' (and recorded anew)' : ''}
        </p>
      ))}
    </>
  );
}

function Reason({ reason }: { readonly reason: string | null }) {
  if (reason === null) return null;
  return (
    <>
      : <Said text={reason} />
    </>
  );
}
