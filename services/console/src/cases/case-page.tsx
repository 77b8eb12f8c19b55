import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy } from 'react';
import { caseQuery, serviceLevelsQuery } from '../api/service-queries.ts';
import type { ServiceCase } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms, ReasonForm } from '../feedback/opened-forms.tsx';
import type { Close } from '../forms/opened-form.tsx';
import type { CaseChange } from '../forms/case-forms.tsx';
import { ActorName, UnitLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { lineText } from '../text/cases.ts';
import { instantText } from '../text/times.ts';
import ownClasses from './cases.module.css';
import { CaseBadges, Clocks } from './clocks.tsx';

const CaseChangeForm = lazy(async () => {
  const { CaseChangeForm: form } = await import('../forms/case-forms.tsx');
  return { default: form };
});

const PauseForm = lazy(async () => {
  const { PauseForm: form } = await import('../forms/case-forms.tsx');
  return { default: form };
});

export function CasePage() {
  const { caseId } = useParams({ from: '/cases/$caseId' });
  const found = useQuery(caseQuery(caseId));
  const levels = useQuery(serviceLevelsQuery()).data ?? [];
  if (found.isPending) return <Awaited what="the case" error={found.failureReason} />;
  if (found.isError) return <Failure error={found.error} reset={() => void found.refetch()} />;
  const { data } = found;
  return (
    <>
      <Head found={data} level={levels.find(({ id }) => id === data.slaRef)?.name} />
      <Clocks found={data} />
      <Actions found={data} />
      <History found={data} />
    </>
  );
}

function Head({ found, level }: { found: ServiceCase; level: string | null | undefined }) {
  const { unit, customer, summary, touchpoint, response, openedAt, slaVersion, opening } = found;
  return (
    <header>
      <Title order={1} size="h2">
        <Said text={customer} missing="A customer without a name" />
      </Title>
      <p className={classes.entryHead}>
        <CaseBadges found={found} />
        <span>
          worked by <UnitLink unit={unit} />
        </span>
        <span className={classes.dim}>
          opened on {instantText(openedAt)}
          {touchpoint === null ? '' : ` · ${touchpoint}`}
        </span>
      </p>
      <p className={classes.message}>
        <Said text={summary} missing="nothing was said of what it is about" block />
      </p>
      <p className={classes.dim}>
        By <Said text={level ?? null} missing="its service level" />, version {slaVersion}, in the
        opening hours of {opening.zone}
        {response === null ? null : (
          <>
            . It goes after{' '}
            <Anchor
              inherit
              underline="always"
              renderRoot={(props) => (
                <Link to="/responses/$responseId" params={{ responseId: response }} {...props} />
              )}
            >
              what the customer answered
            </Anchor>
          </>
        )}
        .
      </p>
    </header>
  );
}

/** What can be done from here on; who may do it, the server says. */
function Actions({ found }: { readonly found: ServiceCase }) {
  const { id: caseId, stage, revision, firstResponse } = found;
  const change = (label: string, which: CaseChange) => ({
    label,
    form: (close: Close) => <CaseChangeForm found={found} change={which} onClose={close} />,
  });
  const pause = {
    label: 'Stop the clocks',
    form: (close: Close) => <PauseForm found={found} onClose={close} />,
  };
  const reopen = {
    label: 'Reopen',
    form: (close: Close) => (
      <ReasonForm
        title="Reopen the case"
        submit="Reopen it"
        meaning="The clock of the resolution goes on from where it stopped."
        command={(reason) => ({
          ...{ do: 'reopen-case', caseId, revision, body: { reason } },
        })}
        done="The case is open again."
        onClose={close}
      />
    ),
  };
  const respond = firstResponse.endedAt === null ? [change('Answered', 'respond-to-case')] : [];
  const offers = {
    running: [...respond, pause, change('Resolve', 'resolve-case')],
    paused: [...[change('Go on', 'resume-case'), ...respond, change('Resolve', 'resolve-case')]],
    resolved: [reopen],
  };
  return <OpenedForms offers={offers[stage]} />;
}

function History({ found }: { readonly found: ServiceCase }) {
  return (
    <section className={classes.section} aria-labelledby="history-title">
      <h2 id="history-title" className={classes.title}>
        What happened
      </h2>
      <ol className={ownClasses.history} aria-label="History">
        {found.history.map((line) => (
          <li key={`${line.recordedAt} ${line.type} ${line.breach?.clock ?? ''}`}>
            <strong>{lineText(line)}</strong>
            <p className={classes.dim}>
              {instantText(line.at)}, by <ActorName by={line.by} />
              {line.recordedAt.slice(0, 16) === line.at.slice(0, 16)
                ? ''
                : `; recorded on ${instantText(line.recordedAt)}`}
            </p>
            {line.reason === null ? null : (
              <p className={classes.message}>
                <Said text={line.reason} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
