import { Checkbox } from '@mantine/core';
import { dimensionTexts, formulaTexts, type Formula } from '../text/releases.ts';
import { useProblemAt } from './command-form.tsx';
import { ChoiceField } from './fields.tsx';
import classes from './forms.module.css';

const formulas = Object.entries(formulaTexts).map(([value, label]) => {
  return { value: value as Formula, label };
});

interface FormulaProps {
  readonly value: Formula;
  readonly onChange: (formula: Formula) => void;
}

export function FormulaField({ value, onChange }: FormulaProps) {
  return (
    <ChoiceField pointer="/formula" label="Formula" options={formulas} {...{ value, onChange }} />
  );
}

interface DimensionsProps {
  readonly legend: string;
  readonly hint: string;
  /** Those to choose from; null: all that there are. */
  readonly allowed?: readonly string[] | null;
  readonly value: readonly string[];
  readonly onChange: (dimensions: readonly string[]) => void;
}

export function DimensionsFields(props: DimensionsProps) {
  const { legend, hint, allowed = null, value, onChange } = props;
  const problem = useProblemAt('/dimensions');
  return (
    <fieldset className={classes.part}>
      <legend>{legend}</legend>
      <p className={classes.hint}>{hint}</p>
      <div className={classes.row}>
        {(allowed ?? Object.keys(dimensionTexts)).map((dimension) => (
          <Checkbox
            key={dimension}
            label={dimensionTexts[dimension] ?? dimension}
            checked={value.includes(dimension)}
            onChange={(event) => {
              const rest = value.filter((one) => one !== dimension);
              onChange(event.currentTarget.checked ? [...rest, dimension] : rest);
            }}
          />
        ))}
      </div>
      {problem === undefined ? null : <p className={classes.problem}>{problem}</p>}
    </fieldset>
  );
}
