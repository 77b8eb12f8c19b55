import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { GoalDetail } from '../api/types.ts';
import { Loading } from '../parts/states.tsx';
import classes from './goal.module.css';

const GoalForms = lazy(async () => {
  const { GoalForm: form } = await import('../forms/goal-forms.tsx');
  return { default: form };
});

export type Action = 'activate' | 'check-in' | 'amend' | 'transfer' | 'close' | 'withdraw';

const labels: Readonly<Record<Action, string>> = {
  activate: 'Activate',
  'check-in': 'Check in',
  amend: 'Amend',
  transfer: 'Hand over',
  close: 'Close',
  withdraw: 'Withdraw',
};

/** What can be done with a goal as it stands. Who may is decided by the server, which says so. */
function actionsOf({ stage, keyResults }: GoalDetail): readonly Action[] {
  if (stage === 'draft') return ['activate', 'transfer', 'withdraw'];
  if (stage !== 'active') return [];
  return keyResults.length === 0
    ? ['amend', 'transfer', 'close']
    : ['check-in', 'amend', 'transfer', 'close'];
}

export function Actions({ goal }: { readonly goal: GoalDetail }) {
  const [open, setOpen] = useState<Action>();
  const [done, setDone] = useState('');
  const actions = actionsOf(goal);
  const shown = open !== undefined && actions.includes(open) ? open : undefined;
  return (
    <section aria-label="Change this goal">
      <div className={classes.actions}>
        {actions.map((action, index) => (
          <Button
            key={action}
            size="sm"
            variant={index === 0 ? 'filled' : 'default'}
            aria-expanded={shown === action}
            onClick={() => {
              setDone('');
              setOpen(shown === action ? undefined : action);
            }}
          >
            {labels[action]}
          </Button>
        ))}
        <span role="status" className={classes.note}>
          {done}
        </span>
      </div>
      {shown === undefined ? null : (
        <Suspense fallback={<Loading label="Loading the form…" />}>
          <GoalForms
            key={shown}
            action={shown}
            goal={goal}
            onClose={(said) => {
              setOpen(undefined);
              setDone(said ?? '');
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
