import type { Part, RulePack } from '@plumbline/scoring';
import { pointerSegment, ProblemError } from '@plumbline/web';
import type { Item, ReviewTemplate } from '../template/template.ts';
import type { PublishRulePackDto, PublishTemplateDto, TemplateItemDto } from './settings.dto.ts';

/** Bodies as rule packs and templates; a part has a shape of its own, looked at by members. */
export function packIn(body: PublishRulePackDto): RulePack {
  const { name, version, parts, total, rules, result, daysMin } = body;
  const { scale, decimals } = result;
  return {
    ...{ name, version, total, daysMin },
    parts: Object.fromEntries(
      Object.entries(parts).map(([part, of]) => [
        part,
        partIn(of, `/parts/${pointerSegment(part)}`),
      ]),
    ),
    rules: rules.map(({ name: rule, when: { part, below }, atMost }) => {
      return { name: rule, when: { part, below }, atMost };
    }),
    result: { scale: { min: scale.min, max: scale.max }, decimals },
  };
}

type Members = Readonly<Record<string, unknown>>;

function partIn(value: object, field: string): Part {
  const part = value as Members;
  switch (part['kind']) {
    case 'rated': {
      only(part, ['kind', 'scale', 'ratingsMin'], field);
      const scale = membersIn(part['scale'], `${field}/scale`);
      only(scale, ['min', 'max'], `${field}/scale`);
      return {
        kind: 'rated',
        scale: {
          min: wholeIn(scale['min'], `${field}/scale/min`),
          max: wholeIn(scale['max'], `${field}/scale/max`),
        },
        ratingsMin: wholeIn(part['ratingsMin'], `${field}/ratingsMin`),
      };
    }
    case 'weighed': {
      only(part, ['kind', 'of'], field);
      return {
        kind: 'weighed',
        of: listIn(part['of'], `${field}/of`).map((one, at) => {
          const weighed = membersIn(one, `${field}/of/${at}`);
          only(weighed, ['part', 'weight'], `${field}/of/${at}`);
          return {
            part: nameIn(weighed['part'], `${field}/of/${at}/part`),
            weight: wholeIn(weighed['weight'], `${field}/of/${at}/weight`),
          };
        }),
      };
    }
    case 'least':
    case 'most': {
      only(part, ['kind', 'of'], field);
      const of = listIn(part['of'], `${field}/of`);
      return { kind: part['kind'], of: of.map((one, at) => nameIn(one, `${field}/of/${at}`)) };
    }
    default:
      throw refused(`${field}/kind`, 'isIn', 'A part is rated, weighed, least or most.');
  }
}

function only(members: Members, known: readonly string[], field: string): void {
  const other = Object.keys(members).find((name) => !known.includes(name));
  if (other === undefined) return;
  const remedy = `Leave this field out: this kind has ${known.join(', ')}.`;
  throw refused(`${field}/${pointerSegment(other)}`, 'unknown-field', remedy);
}

function membersIn(value: unknown, field: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw refused(field, 'isObject', 'Give an object.');
}

function listIn(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw refused(field, 'isArray', 'Give a list.');
}

function wholeIn(value: unknown, field: string): number {
  if (Number.isSafeInteger(value)) return value as number;
  throw refused(field, 'isInt', 'Give a whole number.');
}

function nameIn(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw refused(field, 'isString', 'Give the name of a part.');
}

function refused(field: string, rule: string, remedy: string): ProblemError {
  return new ProblemError('request/invalid-body', `${field}: ${remedy}`, [{ field, rule, remedy }]);
}

export function templateIn(body: PublishTemplateDto): ReviewTemplate {
  const { name, version, languages, defaultLanguage, scale, sections, inputs = [] } = body;
  return {
    ...{ name, version, languages, defaultLanguage },
    scale: { name: scale.name, min: scale.min, max: scale.max, anchors: scale.anchors },
    sections: sections.map(({ role, items }, at) => ({
      role,
      items: items.map((item, place) => itemIn(item, `/sections/${at}/items/${place}`)),
    })),
    inputs: inputs.map(({ part, from }) => ({ part, from })),
  };
}

function itemIn({ id, kind, required, part }: TemplateItemDto, field: string): Item {
  if (kind === 'rating') return { id, kind, required, ...(part === undefined ? {} : { part }) };
  if (part === undefined) return { id, kind, required };
  throw refused(`${field}/part`, 'unknown-field', 'Words are not counted. Leave this field out.');
}
