import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { metricTexts } from './satisfaction-text.ts';

interface QuestionProps {
  readonly metric: string;
  /** As in `1..5`, of a question that was asked on several. */
  readonly scale: string | undefined;
  readonly change: (changed: {
    readonly metric?: string | undefined;
    readonly scale?: string | undefined;
  }) => void;
}

const own = 'own';

/** A question that everybody means the same by, or one of our own by its name. */
export function QuestionFilter({ metric, scale, change }: QuestionProps) {
  const isKnown = metricTexts[metric] !== undefined;
  // Chosen, and not named yet: it is no question before it has a name.
  const [isNaming, setIsNaming] = useState(false);
  const asksOwn = isNaming || !isKnown;
  return (
    <>
      <NativeSelect
        label="Question"
        data={[
          ...Object.entries(metricTexts).map(([value, label]) => ({ value, label })),
          { value: own, label: 'One of our own' },
        ]}
        value={asksOwn ? own : metric}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setIsNaming(chosen === own);
          if (chosen !== own) change({ metric: chosen, scale: undefined });
        }}
      />
      {asksOwn ? (
        <>
          <TypedFilter
            key={`metric ${metric}`}
            label="Its name"
            placeholder="waiting"
            value={isKnown ? '' : metric}
            onTyped={(typed) => change({ metric: typed, scale: undefined })}
          />
          <TypedFilter
            key={`scale ${scale ?? ''}`}
            label="Scale, where there are several"
            placeholder="1..5"
            value={scale ?? ''}
            onTyped={(typed) => change({ scale: typed })}
          />
        </>
      ) : null}
    </>
  );
}

interface TypedProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onTyped: (typed: string | undefined) => void;
}

/** Asked for once it is typed, and not at every key. */
function TypedFilter({ label, placeholder, value, onTyped }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const take = () => {
    if (typed.trim() !== value) onTyped(typed.trim() === '' ? undefined : typed.trim());
  };
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
