import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import {
  code,
  count,
  day,
  listOf,
  numberOrNull,
  orNull,
  record,
  ref,
  text,
  whole,
} from '@plumbline/web/openapi-shapes';
import { besideSatisfaction } from './associations.queries.ts';
import { AssociationQueryDto } from './http/associations.dto.ts';

const correlation = {
  value: numberOrNull,
  n: count,
  definition: text,
  low: numberOrNull,
  high: numberOrNull,
};

export const associationsSchemas: Readonly<Record<string, OpenApiObject>> = {
  Correlation: record(
    correlation,
    'From −1 to 1 with its interval of 0.95, over `n` units; null under four units, and where one ' +
      'of the figures is the same in all of them.',
  ),
};

export const associationsPaths: OpenApiPart['paths'] = {
  '/associations': {
    get: {
      operationId: 'getAssociation',
      summary:
        'How engagement, or recognition, and satisfaction of customers go together over units',
      description:
        'Over the units of which both figures are shown: 5 people and 5 answers at least, each ' +
        'unit once, and none beside one that it is part of (`counting`). Coverage is of the ' +
        'people of the unit on the last day, with those below it; engagement is the index of the ' +
        'last survey that ended in the span, as it was released (`survey`); satisfaction is that of ' +
        '`/satisfaction` by unit. Read the warnings: an association over units is no cause, and ' +
        'says nothing of the people in them.',
      query: 'at-times',
      queryDto: AssociationQueryDto,
      response: record({
        ...{ position: ref('Position'), between: code(...besideSatisfaction), and: text },
        survey: orNull(text),
        ...{ scale: orNull(record({ min: whole, max: whole })), from: day, until: day },
        ...{ counting: text, n: { ...count, description: 'Units.' } },
        ...{ pearson: ref('Correlation'), spearman: ref('Correlation') },
        warnings: listOf(
          record({
            code: code(
              ...['not-a-cause', 'units-are-not-people', 'confounded', 'few-units', 'may-be-none'],
            ),
            text,
          }),
        ),
        units: listOf(record({ unit: text, x: ref('ChartedFigure'), y: ref('ChartedFigure') })),
      }),
    },
  },
};
