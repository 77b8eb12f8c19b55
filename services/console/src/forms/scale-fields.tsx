import { NumberField } from './fields.tsx';
import { scaleLabels } from './form-reader.ts';

/** Lowest and highest answer of a question, as they are typed. */
export interface TypedScale {
  readonly scaleMin: string;
  readonly scaleMax: string;
}

interface ScaleProps {
  readonly typed: TypedScale;
  readonly set: (part: Partial<TypedScale>) => void;
}

export function ScaleFields({ typed, set }: ScaleProps) {
  return (
    <>
      <NumberField
        pointer="/scale/min"
        label={scaleLabels.min}
        value={typed.scaleMin}
        onChange={(scaleMin) => set({ scaleMin })}
        required
      />
      <NumberField
        pointer="/scale/max"
        label={scaleLabels.max}
        value={typed.scaleMax}
        onChange={(scaleMax) => set({ scaleMax })}
        required
      />
    </>
  );
}
