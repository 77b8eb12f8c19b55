import { Anchor, Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy } from 'react';
import { programmeQuery } from '../api/recognition-queries.ts';
import type { RewardProgramme } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { offeredName, pointsText, termsText } from '../text/recognition.ts';
import { instantText } from '../text/times.ts';

const ProgrammeForm = lazy(async () => {
  const { ProgrammeForm: form } = await import('../forms/programme-form.tsx');
  return { default: form };
});

/** For what colleagues are recognised, with how many points, and what they are redeemed for. */
export function ProgrammePage() {
  const found = useQuery(programmeQuery());
  const roles = useRoles();
  const mayDefine = roles.has('hr-partner') || roles.has('administrator');
  const { data: programme } = found;
  return (
    <>
      <p className={classes.dim}>
        <Anchor inherit renderRoot={(props) => <Link to="/recognition" {...props} />}>
          ← Recognition
        </Anchor>
      </p>
      <Title order={1} size="h2">
        Reward programme
      </Title>
      {found.isPending ? <Awaited what="the reward programme" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {programme === null ? <Empty>There is none yet.</Empty> : null}
      {mayDefine && programme !== undefined ? (
        <OpenedForms
          isMain={programme === null}
          offers={[
            {
              label: programme === null ? 'Define the programme' : 'Revise the programme',
              form: (close) => <ProgrammeForm programme={programme} onClose={close} />,
            },
          ]}
        />
      ) : null}
      {programme === null || programme === undefined ? null : (
        <>
          <p className={`${classes.message} pl-number`}>{termsText(programme)}.</p>
          <Values programme={programme} />
          <Rewards programme={programme} />
          <Revisions programme={programme} />
        </>
      )}
    </>
  );
}

interface PartProps {
  readonly programme: RewardProgramme;
}

function Values({ programme: { values } }: PartProps) {
  return (
    <section className={classes.section} aria-labelledby="values-title">
      <h2 id="values-title" className={classes.title}>
        What colleagues are recognised for
      </h2>
      <ul className={classes.list} aria-labelledby="values-title">
        {values.map(({ id, name }) => (
          <li key={id} className={classes.entry}>
            <strong>
              <Said text={name} missing={id} />
            </strong>{' '}
            <span className={classes.dim}>
              <Said text={id} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rewards({ programme: { rewards } }: PartProps) {
  return (
    <section className={classes.section} aria-labelledby="rewards-title">
      <h2 id="rewards-title" className={classes.title}>
        What points are redeemed for
      </h2>
      {rewards.length === 0 ? <Empty>Nothing is offered.</Empty> : null}
      {rewards.length === 0 ? null : (
        <Table maw="40rem" aria-labelledby="rewards-title">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Reward</Table.Th>
              <Table.Th scope="col">Costs</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rewards.map(({ id, name, cost }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row">
                  <Said text={name} missing={id} />
                </Table.Th>
                <Table.Td className="pl-number">{pointsText(cost)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

/** What it was before each revision, the newest first. */
function Revisions({ programme }: PartProps) {
  const { revisions, definedAt } = programme;
  return (
    <section className={classes.section} aria-labelledby="revisions-title">
      <h2 id="revisions-title" className={classes.title}>
        How it came to be
      </h2>
      <ol className={classes.agreed} aria-labelledby="revisions-title">
        {revisions.toReversed().map(({ recordedAt, at, by, reason, before }) => (
          <li key={recordedAt}>
            <strong>Revised</strong> on {instantText(at)} by <ActorName by={by} />
            <p className={classes.message}>
              <Said text={reason} missing="why is erased" />
            </p>
            <p className={`${classes.dim} pl-number`}>
              Before: {termsText(before)}; for{' '}
              {before.values.map((id) => offeredName(programme, 'value', id)).join(', ')}; rewards:{' '}
              {before.rewards
                .map(({ id, cost }) => `${offeredName(programme, 'reward', id)} (${cost})`)
                .join(', ') || 'none'}
            </p>
          </li>
        ))}
        <li>
          <strong>Defined</strong> on {instantText(definedAt)}
        </li>
      </ol>
    </section>
  );
}
