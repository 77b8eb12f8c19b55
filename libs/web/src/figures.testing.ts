import type { OpenApiDocument } from './openapi.ts';
import type { OpenApiObject } from './openapi-part.ts';

/** A schema that stands in the answer of a route, by the way to it. */
interface Found {
  readonly at: string;
  readonly schema: OpenApiObject;
  /** The component that it is, where it has a name. */
  readonly component: string | undefined;
}

/** What a figure has beside its value; one of these makes a value a figure. */
const parts = ['n', 'definition', 'low', 'high'] as const;

/**
 * Figures that have no interval: they are of all that there is and not of a sample of it, the
 * difference of two that share most of what they count, or of parts that have their own.
 */
const unbounded: ReadonlySet<string> = new Set([
  ...['Figure', 'Attainment', 'RollUp', 'FigureDifference', 'PerformanceIndex'],
]);

/** Keywords behind which a figure could hide: none is used, and none is looked into. */
const strange = ['allOf', 'not', 'if', 'then', 'else', 'patternProperties', 'prefixItems'];

type Operation = readonly [path: string, schema: OpenApiObject];

/** The routes whose answers hold a figure. */
export function figureRoutes(document: OpenApiDocument): readonly string[] {
  return answersOf(document).flatMap(([path, schema]) => {
    return schemasIn(document, schema).some(isFigure) ? [path] : [];
  });
}

/**
 * What the document does not promise of a figure: that it has n, the version of its definition and
 * its interval, and the answer the position that it was taken at. A figure is an object with a
 * number as its value, and with one of these beside it.
 */
export function figureFindings(document: OpenApiDocument): readonly string[] {
  return answersOf(document).flatMap(([path, schema]) => {
    const all = schemasIn(document, schema);
    const hidden = all.flatMap(({ at, schema: here }) =>
      strange.flatMap((word) => (word in here ? [`${path}${at} uses ${word}`] : [])),
    );
    const figures = all.filter(isFigure);
    if (figures.length === 0) return hidden;
    const position = all.some(({ at, schema: here }) => at === '' && requires(here, 'position'));
    return [
      ...hidden,
      ...(position ? [] : [`${path} has no position`]),
      ...figures.flatMap((one) => lackingOf(one).map((part) => `${path}${one.at} has no ${part}`)),
    ];
  });
}

function answersOf({ paths }: OpenApiDocument): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, { get }]): Operation[] => {
    const responses = (get?.['responses'] ?? {}) as Record<string, OpenApiObject>;
    const content = (responses['200']?.['content'] ?? {}) as Record<string, OpenApiObject>;
    const schema = content['application/json']?.['schema'];
    return schema === undefined ? [] : [[path, schema as OpenApiObject]];
  });
}

function isFigure({ schema }: Found): boolean {
  const properties = propertiesOf(schema);
  return isNumeric(properties['value']) && parts.some((part) => part in properties);
}

function lackingOf({ schema, component }: Found): readonly string[] {
  const isBounded = component === undefined || !unbounded.has(component);
  const needed = ['value', 'n', 'definition', ...(isBounded ? ['low', 'high'] : [])];
  return needed.filter((part) => !requires(schema, part));
}

function requires(schema: OpenApiObject, name: string): boolean {
  const required = (schema['required'] ?? []) as readonly string[];
  return required.includes(name) && name in propertiesOf(schema);
}

function propertiesOf(schema: OpenApiObject): Readonly<Record<string, OpenApiObject>> {
  return (schema['properties'] ?? {}) as Readonly<Record<string, OpenApiObject>>;
}

function isNumeric(schema: OpenApiObject | undefined): boolean {
  const types = [schema?.['type'] ?? []].flat();
  return types.includes('number') || types.includes('integer');
}

/** Every schema of an answer, with what is referred to in its place; a ring is gone round once. */
function schemasIn({ components }: OpenApiDocument, root: OpenApiObject): readonly Found[] {
  const found: Found[] = [];
  const visit = (schema: OpenApiObject, at: string, within: readonly string[]): void => {
    const { $ref: reference } = schema as { readonly $ref?: string };
    const name = reference?.split('/').at(-1);
    if (name !== undefined) {
      const target = components['schemas']?.[name];
      if (target === undefined) throw new Error(`There is no schema ${name}.`);
      if (!within.includes(name)) enter(target, at, [...within, name], name);
      return;
    }
    enter(schema, at, within, undefined);
  };
  const enter = (
    schema: OpenApiObject,
    at: string,
    within: readonly string[],
    component: string | undefined,
  ): void => {
    found.push({ at, schema, component });
    for (const [member, of] of Object.entries(propertiesOf(schema))) {
      visit(of, `${at}/${member}`, within);
    }
    for (const [keyword, way] of [
      ['items', '[]'],
      ['additionalProperties', '/*'],
    ] as const) {
      const of = schema[keyword];
      if (typeof of === 'object' && of !== null) visit(of as OpenApiObject, at + way, within);
    }
    for (const keyword of ['anyOf', 'oneOf']) {
      for (const one of (schema[keyword] ?? []) as readonly OpenApiObject[]) visit(one, at, within);
    }
  };
  visit(root, '', []);
  return found;
}
