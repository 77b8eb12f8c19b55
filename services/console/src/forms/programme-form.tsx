import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { RewardProgramme } from '../api/types.ts';
import { useProblemAt } from './command-form.tsx';
import { NumberField, ReasonField, TextField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import classes from './forms.module.css';
import { OpenedForm, type Close } from './opened-form.tsx';
import { emptyOffer, programmeOf, typedOf, type TypedOffer } from './programme-draft.ts';

interface ProgrammeProps {
  /** Null: there is none yet. */
  readonly programme: RewardProgramme | null;
  readonly onClose: Close;
}

/** The whole of it, as it is to be from then on. */
export function ProgrammeForm({ programme, onClose }: ProgrammeProps) {
  const [revision] = useState(programme?.revision);
  const [typed, setTyped] = useState(() => typedOf(programme));
  const [reason, setReason] = useState('');
  const set = (part: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...part }));
  const isNew = revision === undefined;
  return (
    <OpenedForm
      title={isNew ? 'Define the programme' : 'Revise the programme'}
      submit={isNew ? 'Define it' : 'Revise it'}
      done={isNew ? 'The programme is defined.' : 'The programme is revised.'}
      onClose={onClose}
      build={() => {
        const form = new FormReader();
        const body = programmeOf(form, typed);
        if (revision === undefined) {
          return form.problems.length > 0 ? form.problems : { do: 'define-programme', body };
        }
        const revised = { ...body, reason: form.text('/reason', reason, 'Reason') };
        if (form.problems.length > 0) return form.problems;
        return { do: 'revise-programme', revision, body: revised };
      }}
    >
      <Text size="sm">
        What was given and redeemed stays as it was. What is taken away is not offered any more, and
        keeps its name.
      </Text>
      <div className={classes.row}>
        <NumberField
          pointer="/monthlyAllowance"
          label="Points a month"
          description="To give, for everybody"
          value={typed.monthlyAllowance}
          onChange={(monthlyAllowance) => set({ monthlyAllowance })}
          required
        />
        <NumberField
          pointer="/pointsPerRecognitionMax"
          label="Points at once"
          description="With one recognition, at most"
          value={typed.pointsPerRecognitionMax}
          onChange={(pointsPerRecognitionMax) => set({ pointsPerRecognitionMax })}
          required
        />
      </div>
      <OffersFields
        {...{ at: '/values', legend: 'Values', one: 'value', value: typed.values }}
        onChange={(values) => set({ values })}
      />
      <OffersFields
        {...{
          at: '/rewards',
          legend: 'Rewards',
          one: 'reward',
          value: typed.rewards,
          hasCost: true,
        }}
        onChange={(rewards) => set({ rewards })}
      />
      {isNew ? null : <ReasonField value={reason} onChange={setReason} />}
    </OpenedForm>
  );
}

interface OffersProps {
  readonly at: string;
  readonly legend: string;
  readonly one: string;
  readonly value: readonly TypedOffer[];
  readonly hasCost?: boolean;
  readonly onChange: (offers: readonly TypedOffer[]) => void;
}

function OffersFields({ at, legend, one, value, hasCost = false, onChange }: OffersProps) {
  const problem = useProblemAt(at);
  const replace = (key: string, next: TypedOffer | undefined) => {
    onChange(value.flatMap((offer) => (offer.key !== key ? offer : (next ?? []))));
  };
  return (
    <fieldset className={classes.part}>
      <legend>{legend}</legend>
      {value.map((offer, index) => (
        <OfferFields
          key={offer.key}
          {...{ at: `${at}/${index}`, title: `${one} ${index + 1}`, offer, hasCost }}
          onChange={(next) => replace(offer.key, next)}
          onRemove={() => replace(offer.key, undefined)}
        />
      ))}
      {problem === undefined ? null : <p className={classes.problem}>{problem}</p>}
      <Button
        mt="xs"
        variant="default"
        size="xs"
        onClick={() => onChange([...value, emptyOffer()])}
      >
        Add a {one}
      </Button>
    </fieldset>
  );
}

interface OfferProps {
  readonly at: string;
  readonly title: string;
  readonly offer: TypedOffer;
  readonly hasCost: boolean;
  readonly onChange: (offer: TypedOffer) => void;
  readonly onRemove: () => void;
}

function OfferFields({ at, title, offer, hasCost, onChange, onRemove }: OfferProps) {
  const set = (part: Partial<TypedOffer>) => onChange({ ...offer, ...part });
  return (
    <div className={classes.row} role="group" aria-label={title}>
      <TextField
        pointer={`${at}/id`}
        label="Id"
        value={offer.id}
        onChange={(id) => set({ id })}
        required
      />
      <TextField
        pointer={`${at}/name`}
        label="Name"
        value={offer.name}
        onChange={(name) => set({ name })}
      />
      {hasCost ? (
        <NumberField
          pointer={`${at}/cost`}
          label="Points"
          value={offer.cost}
          onChange={(cost) => set({ cost })}
          required
        />
      ) : null}
      <div className={classes.remove}>
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`Remove ${title}`}
          onClick={onRemove}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}
