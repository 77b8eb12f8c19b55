import { refusalOf } from '@plumbline/access';
import type { Rejection } from '@plumbline/kernel';
import type { About, Asking } from '@plumbline/organization';
import type { Population } from './cycle/cycle.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/** Each of its units is asked about: a cycle is run by who may do so for all of them. */
export function refuseToRun(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking | undefined,
  { units }: Population,
): Rejection | undefined {
  const about: readonly About[] = units === null ? [{}] : units.map((owner) => ({ owner }));
  return about
    .map((one) => refusalOf(ports, asking, 'review-cycle/run', one))
    .find((refused) => refused !== undefined);
}
