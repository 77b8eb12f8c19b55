import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import classes from '../feedback/feedback.module.css';
import { MoreButton } from './more-button.tsx';
import { Awaited, Empty, Failure } from './states.tsx';

interface ListedProps {
  readonly name: string;
  readonly found: UseInfiniteQueryResult;
  /** What is said where there is nothing; undefined where there is something. */
  readonly empty: string | undefined;
  readonly children: ReactNode;
}

/** A list that is fetched page by page. */
export function Listed({ name, found, empty, children }: ListedProps) {
  const isThere = !found.isPending && !found.isError;
  return (
    <section className={classes.section} aria-label={name}>
      {found.isPending ? <Awaited what={name.toLowerCase()} error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {isThere && empty !== undefined ? <Empty>{empty}</Empty> : null}
      <ul className={classes.list} aria-label={name}>
        {children}
      </ul>
      <MoreButton found={found} />
    </section>
  );
}
