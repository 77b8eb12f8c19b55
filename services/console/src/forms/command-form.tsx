import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { createContext, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useCommand, type CommandRequest } from '../api/commands.ts';
import { remediesByField, type ProblemBody } from '../api/problems.ts';
import type { FieldProblem, Receipt } from '../api/types.ts';
import { ConflictNotice } from './conflict.tsx';
import classes from './forms.module.css';

const Problems = createContext<ReadonlyMap<string, string>>(new Map());

/** What is wrong with the field at a JSON pointer, from the page's own check or from the server. */
export function useProblemAt(pointer: string): string | undefined {
  return useContext(Problems).get(pointer);
}

/** A command to send, or what is to be mended before it can be. */
export type Built = CommandRequest | readonly FieldProblem[];

export interface CommandFormProps {
  readonly title: string;
  readonly submit: string;
  /** 1 where the form is the page. */
  readonly order?: 1 | 2;
  readonly build: () => Built;
  readonly onDone: (receipt: Receipt) => void;
  /** What the second button says, where it does something else than to give up. */
  readonly cancel?: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form that sends one command: problems stand at their fields, a conflict shows what changed. */
export function CommandForm(props: CommandFormProps) {
  const { title, submit, order = 2, build, onDone, onCancel, children } = props;
  const { cancel = 'Cancel' } = props;
  const command = useCommand(onDone);
  const [own, setOwn] = useState<readonly FieldProblem[]>([]);
  const sent = useRef<CommandRequest>(undefined);
  const titleId = useId();
  const { problem } = command;
  const conflict = problem?.status === 412 ? problem : undefined;
  const errors = useMemo(() => [...own, ...(problem?.errors ?? [])], [own, problem]);
  const remedies = useMemo(() => remediesByField(errors), [errors]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const built = build();
    if ('do' in built) {
      setOwn([]);
      sent.current = built;
      command.send(built);
    } else {
      command.reset();
      setOwn(built);
    }
  };
  const sendAnew = (revision: number) => {
    const last = sent.current;
    if (last !== undefined) command.send('revision' in last ? { ...last, revision } : last);
  };
  return (
    <form className={classes.form} onSubmit={onSubmit} noValidate aria-labelledby={titleId}>
      <Stack gap="sm">
        <Title order={order} size="h4" id={titleId}>
          {title}
        </Title>
        <Problems.Provider value={remedies}>{children}</Problems.Provider>
        {conflict === undefined ? (
          <Summary problem={problem} own={own} failed={command.failed} />
        ) : (
          <ConflictNotice problem={conflict} request={sent.current} sendAnew={sendAnew} />
        )}
        <Group gap="xs">
          <Button type="submit" loading={command.isPending}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface SummaryProps {
  readonly problem: ProblemBody | undefined;
  readonly own: readonly FieldProblem[];
  readonly failed: Error | undefined;
}

/** Everything that stands in the way, in one place, focused, so that nobody searches for it. */
function Summary({ problem, own, failed }: SummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = problem !== undefined || own.length > 0 || failed !== undefined;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, problem, own]);
  if (!shown) return null;
  const errors = own.length > 0 ? own : (problem?.errors ?? []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="red"
      variant="light"
      title={problem?.title ?? (failed === undefined ? 'Please mend this first' : 'It has failed')}
    >
      {errors.length > 0 ? (
        <ul className={classes.errors}>
          {errors.map(({ field, rule, remedy }) => (
            <li key={`${field} ${rule}`}>
              <bdi>{remedy}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <span className="pl-said">{problem?.detail ?? failed?.message}</span>
      )}
      {problem?.traceId === undefined ? null : (
        <div className={classes.trace}>Trace {problem.traceId}</div>
      )}
    </Alert>
  );
}
