import { useQuery } from '@tanstack/react-query';
import { cycleQuery } from '../api/cycle-queries.ts';
import { Said } from '../parts/said.tsx';

/** What a cycle is called, once it is known. */
export function CycleName({ cycleId }: { readonly cycleId: string }) {
  const cycle = useQuery(cycleQuery(cycleId)).data;
  return <Said text={cycle === undefined ? '…' : cycle.title} missing="a cycle without a name" />;
}
