import { Anchor, SegmentedControl, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { calibrationsQuery } from '../api/calibration-queries.ts';
import type { CalibrationSession } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { MoreButton } from '../parts/more-button.tsx';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Empty, Failure } from '../parts/states.tsx';
import { instantText } from '../text/times.ts';

type Stage = 'running' | 'locked' | 'all';

/** Sessions that one takes part in, or may read. */
export function CalibrationsPage() {
  const { stage = 'running' } = useSearch({ from: '/calibration' });
  const navigate = useNavigate({ from: '/calibration' });
  return (
    <>
      <div className={classes.head}>
        <Title order={1} size="h2">
          Calibration
        </Title>
        <SegmentedControl<Stage>
          size="sm"
          aria-label="Which sessions are shown"
          value={stage}
          onChange={(next) => {
            void navigate({ search: next === 'running' ? {} : { stage: next }, replace: true });
          }}
          data={[
            { value: 'running', label: 'Running' },
            { value: 'locked', label: 'Locked' },
            { value: 'all', label: 'All' },
          ]}
        />
      </div>
      <p className={classes.dim}>
        In a session people look at reviews side by side, and adjust ratings where two managers have
        measured alike work by unlike rules. What is written in a review stays as it is.
      </p>
      <Sessions key={stage} stage={stage === 'all' ? undefined : stage} />
    </>
  );
}

function Sessions({ stage }: { readonly stage: 'running' | 'locked' | undefined }) {
  const found = useInfiniteQuery(calibrationsQuery({ stage }));
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={classes.section} aria-label="Sessions">
      {found.isPending ? <Awaited what="sessions" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data !== undefined && items.length === 0 ? (
        <Empty>There is no such session that you take part in, or may read.</Empty>
      ) : null}
      <SessionList sessions={items} />
      <MoreButton found={found} />
    </section>
  );
}

export function SessionList({ sessions }: { readonly sessions: readonly CalibrationSession[] }) {
  return (
    <ul className={classes.list} aria-label="Sessions">
      {sessions.map((one) => (
        <li key={one.id} className={classes.entry}>
          <SessionEntry session={one} />
        </li>
      ))}
    </ul>
  );
}

function SessionEntry({ session }: { readonly session: CalibrationSession }) {
  const { id, title, moderator, members, reviews, proposals, convenedAt } = session;
  return (
    <article>
      <p className={classes.entryHead}>
        <StageBadge session={session} />
        <strong>
          <Anchor
            inherit
            renderRoot={(props) => (
              <Link to="/calibration/$sessionId" params={{ sessionId: id }} {...props} />
            )}
          >
            <Said text={title} missing="A session without a title" />
          </Anchor>
        </strong>
        {moderator === null ? null : (
          <span>
            led by <PersonLink person={moderator} />
          </span>
        )}
        <span className={`${classes.dim} pl-number`}>
          {moderator === null ? '' : `${members.length + 1} people · `}
          {reviews} reviews · {instantText(convenedAt)}
        </span>
      </p>
      <p className={classes.dim}>
        Proposals: {proposals.open} open, {proposals.accepted} accepted, {proposals.rejected} turned
        down
      </p>
    </article>
  );
}

export function StageBadge({ session: { stage } }: { readonly session: CalibrationSession }) {
  return (
    <span className={classes.badge} data-open={stage === 'running' || undefined}>
      {stage === 'running' ? 'Running' : 'Locked'}
    </span>
  );
}
