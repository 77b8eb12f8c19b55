import { Button } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Close } from '../forms/opened-form.tsx';
import { Loading } from '../parts/states.tsx';
import classes from './feedback.module.css';

export interface Offer {
  readonly label: string;
  /** To tell two buttons of the same label apart, where they are not seen beside their record. */
  readonly of?: string;
  readonly form: (close: Close) => ReactNode;
}

interface OpenedProps {
  readonly offers: readonly Offer[];
  /** The first one is what one comes for. */
  readonly isMain?: boolean;
}

/** Buttons that each open a form below them, and what came of the last one. */
export function OpenedForms({ offers, isMain = false }: OpenedProps) {
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState('');
  const shown = offers.find(({ label }) => label === open);
  return (
    <div>
      <div className={classes.actions}>
        {offers.map(({ label, of }, index) => (
          <Button
            key={label}
            size={isMain ? 'sm' : 'compact-sm'}
            variant={isMain && index === 0 ? 'filled' : 'default'}
            aria-expanded={open === label}
            {...(of === undefined ? {} : { 'aria-label': `${label}: ${of}` })}
            onClick={() => {
              setDone('');
              setOpen(open === label ? undefined : label);
            }}
          >
            {label}
          </Button>
        ))}
        <span role="status" className={classes.dim}>
          {done}
        </span>
      </div>
      {shown === undefined ? null : (
        <Suspense fallback={<Loading label="Loading the form…" />}>
          {shown.form((said) => {
            // What ends a moment late must not close another that was opened meanwhile.
            setOpen((now) => (now === shown.label ? undefined : now));
            setDone(said ?? '');
          })}
        </Suspense>
      )}
    </div>
  );
}

export const GiveForm = lazy(async () => {
  const { GiveForm: form } = await import('../forms/feedback-forms.tsx');
  return { default: form };
});

export const AskForm = lazy(async () => {
  const { AskForm: form } = await import('../forms/feedback-forms.tsx');
  return { default: form };
});

export const ReasonForm = lazy(async () => {
  const { ReasonForm: form } = await import('../forms/reason-form.tsx');
  return { default: form };
});

export const WidenForm = lazy(async () => {
  const { WidenForm: form } = await import('../forms/feedback-forms.tsx');
  return { default: form };
});

export const HoldForm = lazy(async () => {
  const { HoldForm: form } = await import('../forms/one-to-one-forms.tsx');
  return { default: form };
});

export const AgreeForm = lazy(async () => {
  const { AgreeForm: form } = await import('../forms/one-to-one-forms.tsx');
  return { default: form };
});
