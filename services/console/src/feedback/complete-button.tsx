import { Button } from '@mantine/core';
import { useCommand } from '../api/commands.ts';
import { ApiProblem } from '../api/problems.ts';
import { Failure } from '../parts/states.tsx';

interface CompleteProps {
  readonly oneToOneId: string;
  readonly actionId: string;
  readonly revision: number;
  /** What was agreed, as the other buttons beside it say the same. */
  readonly said: string;
}

/** There is nothing to say about what is done: one press records it. */
export function CompleteButton({ oneToOneId, actionId, revision, said }: CompleteProps) {
  const command = useCommand(() => {});
  const { problem, failed } = command;
  const error = problem === undefined ? failed : new ApiProblem(problem);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={command.isPending}
        aria-label={`Done: ${said}`}
        onClick={() => {
          command.send({ do: 'complete-action', oneToOneId, actionId, revision, body: {} });
        }}
      >
        Done
      </Button>
      {error === undefined ? null : <Failure error={error} />}
    </>
  );
}
