import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { calibrationsQuery } from '../api/calibration-queries.ts';
import type { ReviewCycle, ReviewLine } from '../api/types.ts';
import { SessionList } from '../calibration/sessions-page.tsx';
import classes from '../feedback/feedback.module.css';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { MoreButton } from '../parts/more-button.tsx';
import { useRoles } from '../team/use-roles.ts';

const ConveneForm = lazy(async () => {
  const { ConveneForm: form } = await import('../forms/convene-form.tsx');
  return { default: form };
});

interface SessionsProps {
  readonly cycle: ReviewCycle;
  readonly reviews: readonly ReviewLine[];
}

/** The sessions of a cycle that the reader may see; HR partners convene one while it compares. */
export function SessionsOfCycle({ cycle, reviews }: SessionsProps) {
  const { id, stage } = cycle;
  const found = useInfiniteQuery(calibrationsQuery({ cycle: id }));
  const isOffered = useRoles().has('hr-partner') && stage === 'calibrating';
  const navigate = useNavigate();
  const open = (sessionId: string) => {
    void navigate({ to: '/calibration/$sessionId', params: { sessionId } });
  };
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (!isOffered && items.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="sessions-title">
      <h2 id="sessions-title" className={classes.title}>
        Calibration sessions
      </h2>
      {isOffered ? (
        <OpenedForms
          offers={[
            {
              label: 'Convene a session',
              form: (close) => (
                <ConveneForm
                  cycleId={id}
                  reviews={reviews}
                  onConvened={open}
                  onClose={() => close()}
                />
              ),
            },
          ]}
        />
      ) : null}
      <SessionList sessions={items} />
      <MoreButton found={found} />
    </section>
  );
}
