import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problems.ts';

/** While an answer is awaited: said once to a screen reader, drawn as the shape to come. */
export function Loading({ label = 'Loading…' }: { readonly label?: string }) {
  return (
    <Stack gap="xs" role="status" aria-label={label}>
      <Skeleton height={18} width="40%" />
      <Skeleton height={14} />
      <Skeleton height={14} />
      <Skeleton height={14} width="70%" />
    </Stack>
  );
}

/** A list at an earlier time may take the server a while, which it says instead of hanging. */
export function Awaited({ what, error }: { readonly what: string; readonly error: Error | null }) {
  const waiting = error instanceof ApiProblem ? `${error.problem.title}…` : `Loading ${what}…`;
  return (
    <>
      {error === null ? null : <Text c="dimmed">{waiting}</Text>}
      <Loading label={waiting} />
    </>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <Text c="dimmed" py="md">
      {children}
    </Text>
  );
}

/** An answer that did not come: what went wrong, the trace for the operator, and a way on. */
export function Failure({
  error,
  reset,
}: {
  readonly error: unknown;
  readonly reset?: (() => void) | undefined;
}) {
  const problem = error instanceof ApiProblem ? error.problem : undefined;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      title={problem?.title ?? 'This page has failed'}
    >
      <Stack gap="xs" align="flex-start">
        <span className="pl-said">{problem?.detail ?? messageOf(error)}</span>
        {problem?.traceId === undefined ? null : (
          <Text size="xs" c="dimmed">
            Trace {problem.traceId}
          </Text>
        )}
        {reset === undefined ? null : (
          <Button size="xs" variant="default" onClick={reset}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Reload the page, and tell whoever runs it.';
}
