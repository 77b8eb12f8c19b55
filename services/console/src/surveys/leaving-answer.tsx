import { Alert, Button, Group } from '@mantine/core';
import { Failure } from '../parts/states.tsx';
import { departures, type LeavingOf } from './departures.ts';

/** An answer that waits for its moment, or that was not taken. */
export function LeavingAnswer({ kept }: { readonly kept: LeavingOf }) {
  const problem = departures.problemOf(kept.surveyId);
  return (
    <>
      {problem === undefined ? (
        <Alert role="status" variant="light" title="Your answer is about to leave">
          It is sent at a random moment of the next minute, so that it does not follow on what you
          did under your name. Leave this tab open until then; you may look at other pages in it.
        </Alert>
      ) : (
        <Failure error={problem} />
      )}
      <Group gap="xs" mt="sm">
        <Button onClick={() => void departures.now(kept)}>
          {problem === undefined ? 'Send it now' : 'Send it again'}
        </Button>
        <Button variant="default" onClick={() => departures.stay(kept)}>
          Change it
        </Button>
      </Group>
    </>
  );
}
