import { useState } from 'react';
import type { ReviewLine } from '../api/types.ts';
import { useSelf } from '../team/use-self.ts';
import { CommandForm } from './command-form.tsx';
import { ComparedField } from './compared-field.tsx';
import { TextField } from './fields.tsx';
import { FormReader } from './form-reader.ts';
import { PeopleField } from './people-field.tsx';
import { PersonField } from './person-field.tsx';
import { nothingTyped, readyByManager, sessionOf, type TypedSession } from './session-draft.ts';

interface ConveneProps {
  readonly cycleId: string;
  /** Those of the cycle that the reader may see. */
  readonly reviews: readonly ReviewLine[];
  readonly onConvened: (sessionId: string) => void;
  readonly onClose: () => void;
}

/** Who looks at which reviews side by side, and who decides. */
export function ConveneForm({ cycleId, reviews, onConvened, onClose }: ConveneProps) {
  const { own } = useSelf();
  const [typed, setTyped] = useState(nothingTyped);
  const set = (part: Partial<TypedSession>) => setTyped((before) => ({ ...before, ...part }));
  const groups = readyByManager(reviews, own);
  return (
    <CommandForm
      title="Convene a session"
      submit="Convene it"
      onDone={({ id }) => (id === undefined ? onClose() : onConvened(id))}
      onCancel={onClose}
      build={() => {
        const form = new FormReader();
        const body = sessionOf(form, typed, { cycleId, groups });
        return form.problems.length > 0 ? form.problems : { do: 'convene-session', body };
      }}
    >
      <TextField
        pointer="/title"
        label="Name"
        value={typed.title}
        onChange={(title) => set({ title })}
        required
      />
      <PersonField
        pointer="/moderator"
        label="Who leads it"
        description="They accept or turn down what is proposed. You, when it is left empty."
        value={typed.moderator}
        onChange={(moderator) => set({ moderator })}
      />
      <PeopleField
        pointer="/members"
        label="Who takes part"
        description="They see every review of it, but their own and those of whom they answer to."
        value={typed.members}
        onChange={(members) => set({ members })}
      />
      <ComparedField groups={groups} chosen={typed.chosen} onChange={(chosen) => set({ chosen })} />
    </CommandForm>
  );
}
