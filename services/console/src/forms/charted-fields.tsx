import { useQuery } from '@tanstack/react-query';
import { unitsQuery } from '../api/people-queries.ts';
import { serviceLevelsQuery } from '../api/service-queries.ts';
import { metricTexts } from '../customers/satisfaction-text.ts';
import { unitOptions } from '../people/unit-tree.ts';
import { ownQuestion, type TypedChart } from './chart-draft.ts';
import { ChoiceField, TextField } from './fields.tsx';
import classes from './forms.module.css';
import { ScaleFields } from './scale-fields.tsx';

interface PartProps {
  readonly typed: TypedChart;
  readonly set: (part: Partial<TypedChart>) => void;
}

const figures = [
  { value: 'bottom-share', label: 'How many answered at the lower end' },
  { value: 'score', label: 'The score of a question' },
  { value: 'sla-attainment', label: 'How often a promise was kept' },
] as const;

const clocks = [
  { value: 'firstResponse', label: 'First response' },
  { value: 'resolution', label: 'Resolution' },
] as const;

/** What is charted: of a question, or of a promise. */
export function ChartedFields({ typed, set }: PartProps) {
  const { figure } = typed;
  const levels = useQuery(serviceLevelsQuery()).data ?? [];
  return (
    <>
      <div className={classes.row}>
        <ChoiceField
          pointer="/figure"
          label="What is charted"
          options={figures}
          value={figure}
          onChange={(chosen) => {
            // A net promoter score is no share, of which the other kinds of chart are.
            set({ figure: chosen, chart: chosen === 'score' ? 'xmr' : 'p' });
          }}
        />
        {figure === 'sla-attainment' ? (
          <>
            <ChoiceField
              pointer="/clock"
              label="Promise"
              options={clocks}
              value={typed.clock}
              onChange={(clock) => set({ clock })}
            />
            <ChoiceField
              pointer="/serviceLevel"
              label="Service level"
              options={[
                { value: 'all', label: 'All of them' },
                ...levels.map(({ id, name }) => ({ value: id, label: name ?? id })),
              ]}
              value={typed.serviceLevel === '' ? 'all' : typed.serviceLevel}
              onChange={(chosen) => set({ serviceLevel: chosen === 'all' ? '' : chosen })}
            />
          </>
        ) : (
          <ChoiceField
            pointer="/metric"
            label="Question"
            options={[
              ...Object.entries(metricTexts).map(([value, label]) => ({ value, label })),
              { value: ownQuestion, label: 'One of our own' },
            ]}
            value={typed.question}
            onChange={(question) => set({ question })}
          />
        )}
      </div>
      {figure !== 'sla-attainment' && typed.question === ownQuestion ? (
        <OwnQuestion typed={typed} set={set} />
      ) : null}
    </>
  );
}

function OwnQuestion({ typed, set }: PartProps) {
  return (
    <div className={classes.row}>
      <TextField
        pointer="/metric"
        label="Its name"
        placeholder="waiting"
        value={typed.ownQuestion}
        onChange={(name) => set({ ownQuestion: name })}
        required
      />
      <ScaleFields typed={typed} set={set} />
    </div>
  );
}

const places = [
  { value: 'everywhere', label: 'Everywhere' },
  { value: 'unit', label: 'Of a unit, with all below' },
  { value: 'location', label: 'At a location' },
  { value: 'touchpoint', label: 'At a touchpoint' },
] as const;

export function PlaceFields({ typed, set }: PartProps) {
  const { by, unit, place } = typed;
  const units = useQuery(unitsQuery(undefined)).data?.items ?? [];
  return (
    <div className={classes.row}>
      <ChoiceField
        pointer="/place/by"
        label="Where"
        options={places}
        value={by}
        onChange={(chosen) => set({ by: chosen })}
      />
      {by === 'everywhere' ? null : by === 'unit' ? (
        <ChoiceField
          pointer="/place/is"
          label="Unit"
          options={unitOptions(units)}
          value={unit}
          onChange={(chosen) => set({ unit: chosen })}
          required
        />
      ) : (
        <TextField
          pointer="/place/is"
          label={by === 'location' ? 'Location' : 'Touchpoint'}
          description="Its code, as responses have it"
          value={place}
          onChange={(typedPlace) => set({ place: typedPlace })}
          required
        />
      )}
    </div>
  );
}
