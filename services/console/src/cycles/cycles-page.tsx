import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, useState } from 'react';
import { cyclesQuery } from '../api/cycle-queries.ts';
import type { ReviewCycle } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { pageOf } from '../goals/goal-list.ts';
import { Pages } from '../parts/pages.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { useRoles } from '../team/use-roles.ts';
import { cycleStageTexts } from '../text/cycles.ts';
import { spanText } from '../text/times.ts';

const PlanCycleForm = lazy(async () => {
  const { PlanCycleForm: form } = await import('../forms/plan-cycle-form.tsx');
  return { default: form };
});

/** The review cycles that there are; HR partners plan one. */
export function CyclesPage() {
  const navigate = useNavigate();
  const isHr = useRoles().has('hr-partner');
  const open = (cycleId: string) => {
    void navigate({ to: '/cycles/$cycleId', params: { cycleId } });
  };
  return (
    <>
      <Title order={1} size="h2">
        Review cycles
      </Title>
      {isHr ? (
        <OpenedForms
          isMain
          offers={[
            {
              label: 'Plan a cycle',
              form: (close) => <PlanCycleForm onPlanned={open} onClose={() => close()} />,
            },
          ]}
        />
      ) : null}
      <Cycles />
    </>
  );
}

function Cycles() {
  const found = useQuery(cyclesQuery());
  const [page, setPage] = useState(1);
  const newest = (found.data?.items ?? []).toSorted((one, other) => {
    return plannedAt(other).localeCompare(plannedAt(one));
  });
  const shown = pageOf(newest, page);
  return (
    <section className={classes.section} aria-label="Cycles">
      {found.isPending ? <Awaited what="cycles" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data?.items.length === 0 ? <Empty>None was planned yet.</Empty> : null}
      <ul className={classes.list} aria-label="Cycles">
        {shown.items.map((one) => (
          <li key={one.id} className={classes.entry}>
            <Entry cycle={one} />
          </li>
        ))}
      </ul>
      <Pages page={shown.page} pages={shown.pages} onPage={setPage} />
    </section>
  );
}

const plannedAt = ({ history }: ReviewCycle) => history[0]?.at ?? '';

function Entry({ cycle }: { readonly cycle: ReviewCycle }) {
  const { id, title, period, n } = cycle;
  return (
    <article className={classes.entryHead}>
      <CycleBadge cycle={cycle} />
      <strong>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/cycles/$cycleId" params={{ cycleId: id }} {...props} />}
        >
          <Said text={title} missing="a cycle without a name" />
        </Anchor>
      </strong>
      <span className={`${classes.dim} pl-number`}>
        {spanText(period.from, period.to)} · {n} {n === 1 ? 'person' : 'people'}
      </span>
    </article>
  );
}

export function CycleBadge({ cycle: { stage } }: { readonly cycle: ReviewCycle }) {
  const isOpen = stage === 'collecting' || stage === 'calibrating';
  return (
    <span
      className={classes.badge}
      data-open={isOpen || undefined}
      data-gone={stage === 'cancelled' || undefined}
    >
      {cycleStageTexts[stage]}
    </span>
  );
}
