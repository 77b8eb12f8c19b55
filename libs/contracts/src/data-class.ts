/**
 * The data classes: what a reader must know of a field before using it. There is none for text that
 * a person wrote and none for a person's name, so that no published field can hold them.
 */
export const dataClasses = {
  identifier: 'Names a goal, a key result, a KPI, an act or a record; tells nothing of a person.',
  pseudonym:
    'Stands for a person or a unit, opaquely. Personal data: never to be joined with names.',
  measure: 'A number that was set, reached, forecast or judged.',
  time: 'An instant, a calendar day, or a period by its code.',
  category: 'One of a few words, yes or no, or a code such as a unit of measurement.',
} as const;

export type DataClass = keyof typeof dataClasses;

/** Which JSON types a field of a class may have, null apart. */
const typesOf: Readonly<Record<DataClass, readonly string[]>> = {
  identifier: ['string', 'integer'],
  pseudonym: ['string'],
  measure: ['number', 'integer'],
  time: ['string'],
  category: ['string', 'boolean'],
};

const keywords = new Set([
  ...['type', 'description', 'enum', 'format', 'pattern', 'items', 'properties', 'required'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'minLength', 'maxLength'],
  ...['x-data-class', 'x-definition'],
]);

/** What a person may write, or be called: a pattern that takes one of these takes text. */
const words = ['Ada Lovelace', 'Customers get an answer the same day', 'person:Ada Lovelace'];

/**
 * What is wrong with the classes of a schema, each in a sentence: a value without a class, a class
 * that is none, or a string that could hold text. Where a field could hide, in a keyword that is
 * not looked into, that is a finding too.
 */
export function classFindings(schema: unknown, at = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [`${at || '/'} is no schema`];
  const here = schema as Readonly<Record<string, unknown>>;
  const types = [here['type']].flat().filter((type) => typeof type === 'string' && type !== 'null');
  const strange = Object.keys(here).filter((keyword) => !keywords.has(keyword));
  return [
    ...strange.map((keyword) => `${at || '/'} uses ${keyword}, which is not looked into`),
    ...(types.length === 1 ? [] : [`${at || '/'} is not of one type`]),
    ...types.flatMap((type) => {
      if (type === 'object') return fieldFindings(here['properties'], at);
      if (type === 'array') return classFindings(here['items'], `${at}/*`);
      return valueFindings(here, String(type), at || '/');
    }),
  ];
}

function fieldFindings(properties: unknown, at: string): string[] {
  const fields = Object.entries((properties ?? {}) as Readonly<Record<string, unknown>>);
  if (fields.length === 0) return [`${at || '/'} has no fields`];
  return fields.flatMap(([name, field]) => classFindings(field, `${at}/${name}`));
}

function valueFindings(
  value: Readonly<Record<string, unknown>>,
  type: string,
  at: string,
): string[] {
  const given = value['x-data-class'];
  if (given === undefined) return [`${at} has no data class`];
  if (typeof given !== 'string' || !Object.hasOwn(dataClasses, given)) {
    return [`${at} has the class ${JSON.stringify(given)}, which there is not`];
  }
  if (!typesOf[given as DataClass].includes(type)) return [`${at} is a ${type} of class ${given}`];
  return type === 'string' && holdsText(value) ? [`${at} could hold text`] : [];
}

function holdsText({ enum: listed, format, pattern }: Readonly<Record<string, unknown>>): boolean {
  if (Array.isArray(listed) || format === 'date' || format === 'date-time') return false;
  if (typeof pattern !== 'string') return true;
  return words.some((text) => new RegExp(pattern, 'u').test(text));
}
