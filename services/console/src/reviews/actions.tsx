import { useQuery } from '@tanstack/react-query';
import { cycleQuery } from '../api/cycle-queries.ts';
import type { Review } from '../api/types.ts';
import { OpenedForms } from '../feedback/opened-forms.tsx';
import { useRoles } from '../team/use-roles.ts';
import { useSelf } from '../team/use-self.ts';
import { actsOn } from '../text/review-acts.ts';
import { offerOf } from './offers.tsx';
import ownClasses from './reviews.module.css';

/** What is done about a review, as far as the stage of it and of its cycle has come. */
export function Actions({ review }: { readonly review: Review }) {
  const cycle = useQuery(cycleQuery(review.cycleId));
  const isHr = useRoles().has('hr-partner');
  const self = useSelf();
  // Offered once it is known; a cycle that cannot be read stands in nobody's way.
  if (cycle.isPending) return null;
  const offered = actsOn(review, { ...self, isHr, now: new Date() }, cycle.data?.stage);
  // Also where nothing is left to do: then it says what was done last.
  return (
    <div className={ownClasses.acts}>
      <OpenedForms offers={offered.map((act) => offerOf(act, review))} />
    </div>
  );
}
