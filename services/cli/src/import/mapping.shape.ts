/** What a mapping may produce, so that a wrong name is found before the first record is read. */
export interface Shape {
  readonly required: boolean;
  /** A structure with these fields; undefined for a single value. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** A list of these. */
  readonly items?: Shape;
}

const value = (required = false): Shape => ({ required });
const structure = (fields: Record<string, Shape>, required = false): Shape => {
  return { required, fields };
};

const period = structure({ name: value(true), start: value(true), end: value(true) }, true);

const milestone = structure({ id: value(true), name: value(true), weight: value() }, true);

const measure = structure(
  {
    kind: value(true),
    start: value(),
    target: value(),
    low: value(),
    high: value(),
    unit: value(),
    milestones: { required: false, items: milestone },
  },
  true,
);

const keyResult = structure({ id: value(), name: value(true), weight: value(), measure }, true);

export const shapes: Readonly<Record<'goals' | 'measurements', Shape>> = {
  goals: structure({
    goal: structure(
      {
        reference: value(true),
        owner: value(true),
        title: value(true),
        description: value(),
        period,
        measuredBy: value(),
        cadenceDays: value(),
        keyResults: { required: false, items: keyResult },
      },
      true,
    ),
    activate: structure({ kind: value(true) }),
    effectiveAt: value(),
  }),
  measurements: structure({
    kpi: structure(
      {
        reference: value(true),
        name: value(true),
        formula: value(),
        owner: value(true),
        measure,
        goalReference: value(),
      },
      true,
    ),
    measurement: structure(
      {
        period,
        value: value(true),
        against: structure({ start: value(), target: value(), low: value(), high: value() }),
        source: value(),
        note: value(),
      },
      true,
    ),
    effectiveAt: value(),
  }),
};
