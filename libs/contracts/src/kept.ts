import { asyncApi, contractVersion, type AsyncApiDocument } from './asyncapi.ts';
import {
  factHeaders,
  positionHeaders,
  positionSchema,
  positionType,
} from './cloud-event-headers.ts';
import { contractBreaks, type AnySchema, type Contract } from './compatibility.ts';
import { classFindings } from './data-class.ts';
import { publishedSchemas } from './published.ts';

export { contractVersion };

/** Files by their path below a folder, parsed. */
export type Files = Readonly<Record<string, unknown>>;

/** The files of the contract as they must lie in `docs/contracts`. */
export function keptFiles(): Files {
  const schemas = Object.entries(publishedSchemas).map(([type, schema]) => [
    `schemas/${type}.schema.json`,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://plumbline.dev/contracts/${type}.schema.json`,
      title: type,
      ...schema,
    },
  ]);
  return { 'asyncapi.json': asyncApi(), ...Object.fromEntries(schemas) };
}

/**
 * All that speaks against the contract as it is, each in a sentence: fields without a class or open
 * to text, files that lie there otherwise, and what readers of a released version would break on.
 */
export function contractFaults(
  lying: Files,
  released: Readonly<Record<string, Files>>,
  current: Files = keptFiles(),
): string[] {
  const contract = contractOf(current['asyncapi.json']);
  const ours = {
    ...publishedSchemas,
    [positionType]: positionSchema,
    factHeaders,
    positionHeaders,
  };
  const broken = Object.entries(released).flatMap(([version, files]) => {
    const breaks = contractBreaks(contractOf(files['asyncapi.json']), contract);
    return breaks.map((one) => `Readers of ${version} would break: ${one}`);
  });
  // A released version never changes, not even in its words: readers know it by its number.
  const reissued = drift(current, released[contractVersion] ?? current);
  return [
    ...Object.entries(ours).flatMap(([name, schema]) => classFindings(schema, name)),
    ...broken,
    ...reissued.map((one) => `${contractVersion} is released, so raise the version: ${one}`),
    ...drift(current, lying),
  ];
}

/** Where files differ from what they must be, each in a sentence. */
export function drift(wanted: Files, lying: Files): string[] {
  const paths = [...new Set([...Object.keys(wanted), ...Object.keys(lying)])].sort();
  return paths.flatMap((path) => {
    if (!(path in lying)) return [`${path} is missing`];
    if (!(path in wanted)) return [`${path} is left over`];
    const [one, other] = [wanted[path], lying[path]].map((value) => JSON.stringify(value));
    return one === other ? [] : [`${path} differs`];
  });
}

/** What an AsyncAPI document of ours promises, of today or as it was released. */
export function contractOf(document: unknown): Contract {
  const { channels, components } = document as AsyncApiDocument;
  const topics = new Map<string, string[]>();
  for (const { address, messages } of Object.values(channels)) {
    for (const type of Object.keys(messages as object)) {
      topics.set(type, [...(topics.get(type) ?? []), String(address)]);
    }
  }
  const schemaOf = (reference: unknown): AnySchema => {
    const { $ref } = reference as { readonly $ref: string };
    const schema = components.schemas[$ref.slice($ref.lastIndexOf('/') + 1)];
    if (schema === undefined) throw new Error(`${$ref} is not in the document.`);
    return schema;
  };
  return Object.fromEntries(
    [...topics].map(([type, itsTopics]) => {
      const { headers, payload, bindings } = components.messages[type] ?? {};
      const { key = {} } = (bindings as { readonly kafka: { readonly key?: AnySchema } }).kafka;
      const schemas = { headers: schemaOf(headers), payload: schemaOf(payload) };
      return [type, { topics: itsTopics, key, ...schemas }];
    }),
  );
}
