import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { count, numberOrNull, record, text } from '@plumbline/web/openapi-shapes';
import { casesPaths, casesSchemas } from './cases.openapi.ts';
import { customerPaths, customerSchemas } from './customers.openapi.ts';
import { peoplePaths } from './people.openapi.ts';
import { peopleSchemas } from './people.schemas.ts';
import { recognitionPaths, recognitionSchemas } from './recognition.openapi.ts';
import { surveyPaths, surveySchemas } from './surveys.openapi.ts';

/** What both parts of this context answer with, as JSON Schema 2020-12. */
const schemas: Readonly<Record<string, OpenApiObject>> = {
  Position: {
    type: ['string', 'null'],
    description: 'Where in the order of everything recorded the answer was taken. Opaque.',
  },
  Estimate: record(
    {
      ...{ value: numberOrNull, n: count, definition: text },
      ...{ low: numberOrNull, high: numberOrNull },
    },
    'A figure with its interval of 0.95; a bound is null where too little was observed for it.',
  ),
  Proportion: record(
    {
      ...{ value: numberOrNull, n: count, definition: text, successes: count },
      ...{ low: numberOrNull, high: numberOrNull },
    },
    'A share of counted cases with its interval of 0.95 (Wilson); null without any case.',
  ),
  Actor: {
    type: 'object',
    required: ['sub', 'via'],
    properties: { sub: text, onBehalfOf: text, via: text },
  },
};

export const feedbackOpenApi: OpenApiPart = {
  tag: {
    name: 'feedback',
    description:
      'Feedback between people, requests for it and one-to-ones; what customers say, and whose ' +
      'work it tells of; cases of customers, and how often what was promised was kept; anonymous surveys.',
  },
  schemas: {
    ...{ ...schemas, ...peopleSchemas, ...customerSchemas },
    ...{ ...recognitionSchemas, ...casesSchemas, ...surveySchemas },
  },
  paths: {
    ...{ ...peoplePaths, ...customerPaths, ...recognitionPaths },
    ...{ ...casesPaths, ...surveyPaths },
  },
};
