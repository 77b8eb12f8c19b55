import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { PageDto, TimesDto } from '@plumbline/web/shapes';
import {
  code,
  count,
  instant,
  listOf,
  oneOf,
  pageOf,
  record,
  ref,
  text,
  textOrNull,
  truth,
  whole,
} from '@plumbline/web/openapi-shapes';
import { FitQueryDto, PublishRulePackDto, PublishTemplateDto } from './http/settings.dto.ts';
import { yearlyPack, yearlyTemplate, yearlyWords } from './settings.examples.ts';
import { measuredSources, reviewerRoles } from './template/template.ts';

const scale = record({ min: whole, max: whole }, 'In millionths: 1 to 5 is 1000000 to 5000000.');
const hash: OpenApiObject = {
  ...{ type: 'string', pattern: '^[0-9a-f]{64}$' },
  description: 'SHA-256 of its canonical JSON (RFC 8785); reviews pin it.',
};
const line = { version: whole, hash, at: instant, by: ref('Actor') };
const published = { newest: count, versions: listOf(record(line)), revision: whole };
const wordsByName: OpenApiObject = {
  type: 'object',
  description: 'As in title.en, anchor.3000000.en and item.<id>.en; null where it is erased.',
  additionalProperties: { type: ['string', 'null'] },
};

export const settingsSchemas: Readonly<Record<string, OpenApiObject>> = {
  ReviewRulePack: record({
    ...{ name: text, version: whole, total: text },
    parts: { type: 'object', additionalProperties: { type: 'object' } },
    rules: listOf(
      record({ name: text, when: record({ part: text, below: whole }), atMost: whole }),
    ),
    result: record({ scale, decimals: whole }),
    daysMin: whole,
  }),
  PublishedRulePack: record({ id: text, ...published }),
  RulePackVersion: record({ id: text, ...line, pack: ref('ReviewRulePack') }),
  ReviewTemplate: record({
    ...{ name: text, version: whole, languages: listOf(text), defaultLanguage: text },
    scale: record({ name: text, min: whole, max: whole, anchors: listOf(whole) }),
    sections: listOf(
      record({
        role: code(...reviewerRoles),
        items: listOf({
          type: 'object',
          required: ['id', 'kind', 'required'],
          properties: { id: text, kind: code('rating', 'text'), required: truth, part: text },
        }),
      }),
    ),
    inputs: listOf(record({ part: text, from: code(...measuredSources) })),
  }),
  PublishedReviewTemplate: record({
    ...{ id: text, languages: listOf(text), defaultLanguage: text, ...published },
    titles: wordsByName,
  }),
  ReviewTemplateVersion: record({
    ...{ id: text, ...line, template: ref('ReviewTemplate'), words: wordsByName },
  }),
};

const pathText = (name: string, example: string): OpenApiObject => ({
  ...{ name, in: 'path', required: true, schema: text, example },
});
const links = (operationId: string, parameter: string): OpenApiObject => ({
  responses: {
    201: {
      links: { made: { operationId, parameters: { [parameter]: '$response.body#/id' } } },
    },
  },
});

const packPaths: OpenApiPart['paths'] = {
  '/rule-packs': {
    post: {
      operationId: 'publishRulePack',
      summary: 'Publish a version of how ratings become a score',
      command: 'creates',
      body: PublishRulePackDto,
      examples: { yearly: yearlyPack },
      raw: links('getRulePack', 'packId'),
    },
    get: {
      operationId: 'listRulePacks',
      summary: 'Every rule pack with its versions',
      query: 'at-times',
      queryDto: PageDto,
      response: pageOf(ref('PublishedRulePack')),
    },
  },
  '/rule-packs/{packId}': {
    get: {
      operationId: 'getRulePack',
      summary: 'A rule pack with its versions',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathText('packId', 'yearly')],
      response: oneOf('rulePack', 'PublishedRulePack'),
    },
  },
  '/rule-packs/{packId}/versions/{version}': {
    get: {
      operationId: 'getRulePackVersion',
      summary: 'A version of a rule pack, whole, as it was published',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathText('packId', 'yearly'), pathText('version', '1')],
      response: oneOf('rulePackVersion', 'RulePackVersion'),
    },
  },
};

const fitPaths: OpenApiPart['paths'] = {
  '/rule-packs/{packId}/versions/{version}/fit': {
    get: {
      operationId: 'getRulePackFit',
      summary: 'Whether a rule pack counts what a template asks, and why not',
      queryDto: FitQueryDto,
      parameters: [pathText('packId', 'yearly'), pathText('version', '1')],
      response: record({ fits: truth, why: textOrNull }),
    },
  },
};

const templatePaths: OpenApiPart['paths'] = {
  '/review-templates': {
    post: {
      operationId: 'publishReviewTemplate',
      summary: 'Publish a version of what reviews ask',
      command: 'creates',
      body: PublishTemplateDto,
      examples: { yearly: { ...yearlyTemplate, words: yearlyWords } },
      raw: links('getReviewTemplate', 'templateId'),
    },
    get: {
      operationId: 'listReviewTemplates',
      summary: 'Every template with its titles and versions',
      query: 'at-times',
      queryDto: PageDto,
      response: pageOf(ref('PublishedReviewTemplate')),
    },
  },
  '/review-templates/{templateId}': {
    get: {
      operationId: 'getReviewTemplate',
      summary: 'A template with its titles and versions',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathText('templateId', 'yearly')],
      response: oneOf('reviewTemplate', 'PublishedReviewTemplate'),
    },
  },
  '/review-templates/{templateId}/versions/{version}': {
    get: {
      operationId: 'getReviewTemplateVersion',
      summary: 'A version of a template, whole with its words, as it was published',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathText('templateId', 'yearly'), pathText('version', '1')],
      response: oneOf('reviewTemplateVersion', 'ReviewTemplateVersion'),
    },
  },
};

export const settingsPaths: OpenApiPart['paths'] = { ...packPaths, ...fitPaths, ...templatePaths };
