import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import {
  code,
  dayOrNull,
  instant,
  orNull,
  pageOf,
  record,
  ref,
  text,
  textOrNull,
  truth,
  uuid,
} from '@plumbline/web/openapi-shapes';
import { TasksQueryDto } from './http/tasks.dto.ts';
import { taskKinds } from './views/task-rules.ts';

export const dueSchemas: Readonly<Record<string, OpenApiObject>> = {
  Task: record({
    id: { ...text, description: 'The same for as long as the task is open.' },
    what: code(...taskKinds),
    who: { ...textOrNull, description: 'Null: an HR partner in whose scope it is.' },
    ...{ review: orNull(uuid), session: orNull(uuid), cycle: uuid },
    subject: { ...textOrNull, description: 'Whom the review is about; null of a session.' },
    since: instant,
    due: { ...dayOrNull, description: 'The last day; null where none is set.' },
    standing: code('open', 'waiting', 'done', 'lapsed', 'withdrawn'),
    endedAt: orNull(instant),
    zone: {
      ...text,
      description: 'The time zone of whoever has to do it; UTC where none is known.',
    },
    daysLeft: {
      type: ['integer', 'null'],
      description: 'By the calendar of the zone: 0 on the last day, below it after that.',
    },
    overdue: truth,
  }),
};

export const duePaths: OpenApiPart['paths'] = {
  '/tasks': {
    get: {
      operationId: 'listTasks',
      summary: 'What is due, and to whom, by the calendar of whoever has to do it',
      description:
        '`whose` is `me`, `team` (who answers to you), `person:<subject>`, or `hr`: disputes to ' +
        'resolve, reviews to correct where a dispute was right, and reviews of those without a ' +
        'manager; none that you have a part in yourself. What somebody is asked as a ' +
        'peer or from below is listed for them alone. A page is of so many reviews and sessions; of a ' +
        'team, of so many people.',
      query: 'at-times',
      queryDto: TasksQueryDto,
      response: pageOf(ref('Task')),
    },
  },
};
