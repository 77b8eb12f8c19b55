import { Button } from '@mantine/core';
import { useCommand, type CommandRequest } from '../api/commands.ts';
import { ApiProblem } from '../api/problems.ts';
import { Failure } from '../parts/states.tsx';

interface CommandButtonProps {
  readonly label: string;
  /** To tell it from others of the same label. */
  readonly of: string;
  readonly request: CommandRequest;
  readonly disabled?: boolean;
}

/** For what needs no words: one press records it. */
export function CommandButton({ label, of, request, disabled = false }: CommandButtonProps) {
  const command = useCommand(() => {});
  const { problem, failed } = command;
  const error = problem === undefined ? failed : new ApiProblem(problem);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={disabled}
        loading={command.isPending}
        aria-label={`${label}: ${of}`}
        onClick={() => command.send(request)}
      >
        {label}
      </Button>
      {error === undefined ? null : <Failure error={error} />}
    </>
  );
}
