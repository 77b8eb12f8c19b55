import type { OpenApiPart } from '@plumbline/web';
import { casesPaths, casesSchemas } from './cases.openapi.ts';
import { customerPaths, customerSchemas } from './customers.openapi.ts';
import { peoplePaths } from './people.openapi.ts';
import { peopleSchemas } from './people.schemas.ts';
import { recognitionPaths, recognitionSchemas } from './recognition.openapi.ts';
import { surveyPaths, surveySchemas } from './surveys.openapi.ts';
import { tablesPaths } from './tables.openapi.ts';

export const feedbackOpenApi: OpenApiPart = {
  tag: {
    name: 'feedback',
    description:
      'Feedback between people, requests for it and one-to-ones; what customers say, and whose ' +
      'work it tells of; cases of customers, and how often what was promised was kept; anonymous surveys.',
  },
  schemas: {
    ...{ ...peopleSchemas, ...customerSchemas },
    ...{ ...recognitionSchemas, ...casesSchemas, ...surveySchemas },
  },
  paths: {
    ...{ ...peoplePaths, ...customerPaths, ...recognitionPaths },
    ...{ ...casesPaths, ...surveyPaths, ...tablesPaths },
  },
};
