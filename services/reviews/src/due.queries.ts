import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, toInstant, type Position } from '@plumbline/kernel';
import {
  findDocsMax,
  findWhere,
  untilOf,
  type AskedTimes,
  type PageRequest,
} from '@plumbline/views';
import { decidersOf } from './reviewing.calibrators.ts';
import { partiesOf } from './review/review.outcomes.ts';
import { taskReader, type DueTask, type TaskReader } from './due.tasks.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import type { TaskStanding } from './views/task-rules.ts';
import { owingOf } from './views/review-sheet.ts';
import { doerOf, hrPartners, type TaskSheet } from './views/task-sheet.ts';

/** Whose tasks: one person's, those of whoever answers to one, or what HR partners do. */
export type Whose = { readonly person: string } | { readonly teamOf: string } | 'hr';

export interface TaskFilter {
  readonly whose: Whose;
  /** Who asks in person; null of who stands in. What a peer is asked is for that peer alone. */
  readonly asker: string | null;
  /** Who asks, and for whom: what is between others about one of them is not listed. */
  readonly acting: readonly string[];
  readonly standing: TaskStanding | 'all';
  readonly overdue?: boolean;
}

export interface TasksAnswer {
  readonly position: Position | null;
  readonly tasks: readonly DueTask[];
  readonly next?: string;
}

/** Every question on what is due goes over the bus in this one envelope. */
export class TasksQuery extends Query<TasksAnswer> {
  constructor(
    readonly tenant: string,
    readonly filter: TaskFilter,
    readonly page: PageRequest,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

/** People of a team that one page is of at most. */
export const teamPageMax = 50;

@QueryHandler(TasksQuery)
export class TasksQueryHandler implements IQueryHandler<TasksQuery> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute(query: TasksQuery): Promise<TasksAnswer> {
    const { tenant, filter, times, reading } = query;
    const now = untilOf(times, this.ports.clock.now());
    const reader = await taskReader(this.ports.views, tenant, times, now);
    const { whose } = filter;
    const found =
      whose !== 'hr' && 'teamOf' in whose
        ? await this.#ofTeam(query, reader, this.#teamOf(tenant, whose.teamOf, now))
        : await this.#page(query, reader, whose === 'hr' ? hrPartners : `person:${whose.person}`);
    await reading.recorded();
    return { position: reader.sheets.position, ...found };
  }

  async #page(
    { tenant, filter, page, reading }: TasksQuery,
    reader: TaskReader,
    doer: string,
  ): Promise<Omit<TasksAnswer, 'position'>> {
    const tasks: DueTask[] = [];
    const { next } = await findWhere(
      reader.sheets,
      { index: indexOf(filter), value: doer },
      page,
      async (sheet) => {
        if (doer === hrPartners && !seesAsHr(reading, sheet)) return false;
        const asked = (await reader.dueOf(sheet)).filter((one) => isAskedFor(one, filter, doer));
        const wanted =
          doer === hrPartners ? await this.#withoutOwn(tenant, filter, sheet, asked) : asked;
        tasks.push(...wanted);
        return wanted.length > 0;
      },
    );
    return { tasks, ...present({ next }) };
  }

  async #ofTeam(
    { filter, page, reading }: TasksQuery,
    reader: TaskReader,
    team: readonly string[],
  ): Promise<Omit<TasksAnswer, 'position'>> {
    const after = page.after ?? '';
    const left = team.filter((one) => one > after);
    const people = left.slice(0, teamPageMax);
    const tasks: DueTask[] = [];
    for (const person of people) {
      const doer = `person:${person}`;
      if (!reading.sees('task/read', { owner: doer }, `tasks:${person}`)) continue;
      const by = { index: indexOf(filter), value: doer };
      const { docs } = await reader.sheets.find(by, { limit: findDocsMax });
      for (const { doc } of docs) {
        tasks.push(...(await reader.dueOf(doc)).filter((one) => isAskedFor(one, filter, doer)));
      }
    }
    const next = left.length > people.length ? people.at(-1) : undefined;
    return { tasks, ...present({ next }) };
  }

  /**
   * Of what they have a part in, HR partners judge nothing, and correct nothing; nor do they
   * finalise what they are still to write in.
   */
  async #withoutOwn(
    tenant: string,
    { acting, asker }: TaskFilter,
    { state: review }: TaskSheet,
    tasks: readonly DueTask[],
  ): Promise<readonly DueTask[]> {
    if (tasks.length === 0 || !('reviewId' in review)) return tasks;
    const parties = partiesOf(review, await decidersOf(this.ports, tenant, review));
    const isParty = acting.some((one) => parties.includes(one));
    const owing = owingOf(review);
    const isOwing = acting.some((one) => owing.includes(one));
    // A revision is allowed in person.
    return tasks.filter(({ what }) => {
      if (what === 'correct') return !isParty && asker !== null;
      if (what === 'finalise') return !isOwing;
      return what !== 'resolve' || !isParty;
    });
  }

  #teamOf(tenant: string, manager: string, now: number): readonly string[] {
    const organization = this.ports.access.organizationOf(tenant);
    return organization.reportsOf(manager, toInstant(now).slice(0, 10)).toSorted();
  }
}

/** Nothing that has ended is looked through for what is open. */
function indexOf({ standing }: TaskFilter): 'open' | 'doer' {
  return standing === 'open' || standing === 'waiting' ? 'open' : 'doer';
}

function seesAsHr(reading: Reading, { id, of, subject }: TaskSheet): boolean {
  return (
    subject !== null &&
    reading.sees('task/read-as-hr', { owner: `person:${subject}` }, `${of}:${id}`)
  );
}

/**
 * That somebody is asked as a peer or from below is not told to others: where peers are promised
 * that they stay unnamed, their open tasks would name them. Who stands in for one is another, too.
 */
function isAskedFor(
  task: DueTask,
  { asker, acting, standing, overdue }: TaskFilter,
  doer: string,
): boolean {
  if (doerOf(task) !== doer) return false;
  // What others are to do about a review tells how it stands, which its subject is not told so.
  const isOwn = acting.some((one) => one === task.about.subject);
  if (isOwn && doer !== `person:${task.about.subject}`) return false;
  if ((task.what === 'peer' || task.what === 'upward') && task.who !== asker) return false;
  if (standing !== 'all' && task.standing !== standing) return false;
  return overdue === undefined || task.overdue === overdue;
}
