import type { Product } from './mapping.ts';

/** What a mapping may produce, so that a wrong name is found before the first record is read. */
export interface Shape {
  readonly required: boolean;
  /** A structure with these fields; undefined for a single value. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** A list of these. */
  readonly items?: Shape;
  /** Structures told apart by their `type`, which the mapping gives as it is. */
  readonly types?: Readonly<Record<string, Shape>>;
  /** An answer to a question, which has an expression of its own. */
  readonly isAnswer?: true;
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

const share = structure({ unit: value(), person: value(), share: value(true) }, true);

const unit = { unit: value(true), from: value(true) };
const post = { post: value(true), from: value(true) };
const line = { ...post, line: value(true), manager: value(true) };

/** The changes of a structure that an import may bring; corrections are people's own. */
const changes: Readonly<Record<string, Shape>> = typed({
  EstablishUnit: { ...unit, parent: value(true), name: value(true) },
  MoveUnit: { ...unit, parent: value(true) },
  HeadUnit: { ...unit, post: value(true) },
  RenameUnit: { unit: value(true), name: value(true) },
  CloseUnit: unit,
  EstablishPost: {
    ...post,
    ...{ unit: value(true), manager: value(true), fte: value(true), grade: value(true) },
    title: value(true),
  },
  MovePost: { ...post, unit: value(true) },
  RetitlePost: { post: value(true), title: value(true) },
  ClosePost: post,
  DrawReportingLine: line,
  ChangeReportingLine: { ...line, reason: value() },
});

function typed(fields: Record<string, Record<string, Shape>>): Record<string, Shape> {
  return Object.fromEntries(
    Object.entries(fields).map(([type, more]) => {
      return [type, structure({ type: value(true), ...more }, true)];
    }),
  );
}

export const shapes: Readonly<Record<Product, Shape>> = {
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
  structure: structure({
    changes: { required: true, items: { required: true, types: changes } },
    effectiveAt: value(),
  }),
  people: structure({
    person: structure(
      {
        person: value(true),
        name: value(true),
        mail: value(),
        zone: value(),
        post: value(true),
        from: value(true),
      },
      true,
    ),
    effectiveAt: value(),
  }),
  'customer-responses': structure({
    source: value(true),
    transaction: value(),
    occurredOn: value(true),
    answeredAt: value(),
    touchpoint: value(true),
    channel: value(true),
    location: value(),
    answers: { required: true, items: { required: true, isAnswer: true } },
    weight: value(),
    comment: value(),
    attribution: { required: false, items: share },
    effectiveAt: value(),
  }),
  reviews: structure({
    cycle: value(true),
    from: value(true),
    to: value(true),
    person: value(true),
    scale: structure({ min: value(true), max: value(true) }, true),
    rating: value(),
  }),
};
