import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, type Reading } from '@plumbline/access';
import { present } from '@plumbline/kernel';
import { Asks, callerOf, CurrentExchange, rejected, selfOf, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { pageOf } from '@plumbline/web/shapes';
import { TasksQuery, type Whose } from '../due.queries.ts';
import type { DueTask } from '../due.tasks.ts';
import { reviewsPorts, type ReviewsPorts } from '../reviews.ports.ts';
import { TasksQueryDto } from './tasks.dto.ts';

/** What is due, and to whom, by the calendar of whoever has to do it. */
@Controller('tasks')
export class TasksController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {}

  @Get()
  @Asks('task/read')
  async list(@Query() query: TasksQueryDto, @CurrentExchange() exchange: Exchange) {
    const { asOf, effectiveAt, standing = 'open', overdue } = query;
    const caller = callerOf(exchange);
    const me = selfOf(caller).slice('person:'.length);
    const whose = whoseOf(query.whose ?? 'me', me);
    const reading = createReading(this.ports.access, caller);
    refuseOthers(reading, whose, me);
    const filter = {
      ...{ whose, standing, asker: caller.onBehalfOf === undefined ? caller.sub : null },
      acting: [caller.sub, me],
      ...present({ overdue: overdue === undefined ? undefined : overdue === 'true' }),
    };
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const { position, tasks, next } = await this.queries.execute(
      new TasksQuery(caller.tenant, filter, pageOf(query), times, reading),
    );
    return sendAt(exchange.reply, { position, items: tasks.map(taskItem), ...present({ next }) });
  }
}

function whoseOf(text: string, me: string): Whose {
  if (text === 'hr') return 'hr';
  if (text === 'team') return { teamOf: me };
  return { person: text === 'me' ? me : text.slice('person:'.length) };
}

/** What HR partners do is asked review by review; of a team, person by person. */
function refuseOthers(reading: Reading, whose: Whose, me: string): void {
  const person = whose !== 'hr' && 'person' in whose ? whose.person : me;
  const refused = reading.refusal('task/read', { owner: `person:${person}` }, `tasks:${person}`);
  if (refused !== undefined) throw rejected(refused);
}

function taskItem(task: DueTask): object {
  const { id, what, who, about, due, since, ended, standing, zone, daysLeft, overdue } = task;
  const { id: of, cycleId: cycle, subject } = about;
  const place =
    about.of === 'review' ? { review: of, session: null } : { review: null, session: of };
  return {
    ...{ id, what, who, ...place, cycle, subject },
    ...{ since, due, standing, endedAt: ended?.at ?? null, zone, daysLeft, overdue },
  };
}
