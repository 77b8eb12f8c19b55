import { createReading, readers, readersMonth } from '@plumbline/access';
import type { Readers, Viewing } from '@plumbline/access';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { present, toInstant, type Position } from '@plumbline/kernel';
import { actions, isPermitted, permit, policy, policyVersion } from '@plumbline/organization';
import type { About, Action, Asking, Rule } from '@plumbline/organization';
import type { ViewReader } from '@plumbline/views';
import { Asks, callerOf, CurrentExchange, ProblemError, rejected, sendAt } from '@plumbline/web';
import { timesOf, type Exchange } from '@plumbline/web';
import { pageOf } from '@plumbline/web/shapes';
import { directoryPorts, type DirectoryPorts } from '../directory.handler.ts';
import { dayOf } from '../directory.queries.ts';
import { AccessQueryDto, PersonDto, ReadersQueryDto } from './params.ts';

/** Who may see what, who could on a day that is past, and who did look. */
@Controller()
export class AccessController {
  constructor(@Inject(directoryPorts) private readonly ports: DirectoryPorts) {}

  /** The policy table, line by line. */
  @Get('policy')
  @Asks('policy/read')
  policy(): object {
    const items = actions.map((action) => {
      const { who, grants, inPerson }: Rule = policy[action];
      return { action, who, inPerson: inPerson === true, grants };
    });
    return { version: policyVersion, items };
  }

  /** Everybody who has read what is kept of a person, the newest day last. */
  @Get('people/:person/readers')
  @Asks('readers/read')
  async readers(
    @Param() { person }: PersonDto,
    @Query() query: ReadersQueryDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const asking = callerOf(exchange);
    const reading = createReading(this.ports.access, asking);
    const owner = `person:${person}`;
    const refused = reading.refusal('readers/read', { owner }, `readers:${person}`);
    if (refused !== undefined) throw rejected(refused);
    await reading.recorded();
    const { readAfter } = timesOf(exchange.request, {});
    const reader = await this.ports.views.of(readers, asking.tenant, present({ readAfter }));
    const by =
      query.month === undefined
        ? { index: 'subject', value: person }
        : { index: 'month', value: readersMonth(person, query.month) };
    const { docs, next } = await reader.find(by, pageOf(query));
    const views = docs.flatMap(({ doc }) => doc.views);
    const items = await this.#told(asking, owner, views);
    return sendAt(exchange.reply, { position: reader.position, items, ...present({ next }) });
  }

  /**
   * Could one see a record of another on a day, by which rule, as far as was known then; and did
   * they look? Answered by the table as it is today: an older one is in the history of this code.
   */
  @Get('access')
  @Asks('access/check')
  async access(@Query() query: AccessQueryDto, @CurrentExchange() exchange: Exchange) {
    const { access, clock, views } = this.ports;
    const asking = callerOf(exchange);
    const action = actionOf(query.action);
    const { reader, subject, kind, stage } = query;
    const reading = createReading(access, asking);
    const checked = reading.refusal('access/check', { owner: subject }, `access:${reader}`);
    if (checked !== undefined) throw rejected(checked);
    await reading.recorded();
    const { asOf, readAfter } = timesOf(exchange.request, present({ asOf: query.asOf }));
    const looks = await views.of(readers, asking.tenant, present({ readAfter }));
    const on = query.on ?? dayOf(present({ asOf }), clock.now());
    const known = asOf === undefined ? undefined : ((await views.positionOf(asOf)) ?? zero);
    await access.after(known ?? readAfter);
    const about: About = { owner: subject, on, ...present({ kind, stage }) };
    const could = permit(
      access.organizationOf(asking.tenant),
      { tenant: asking.tenant, sub: reader, roles: query.role === undefined ? [] : [query.role] },
      ...([action, about, on, known] as const),
    );
    const looked = await this.#told(asking, subject, await looksAt(looks, subject, reader, action));
    return sendAt(exchange.reply, {
      position: await views.positionOf(undefined),
      ...{ reader, subject, action, on, policyVersion, checkedAt: toInstant(clock.now()) },
      could: isPermitted(could)
        ? { permitted: true, rule: could.rule, logged: could.logged }
        : { permitted: false, rule: could.code, detail: could.detail },
      looked,
    });
  }

  /** Nobody learns by who looked at them what sharing their review is to tell them. */
  async #told({ tenant, sub }: Asking, owner: string, views: readonly Viewing[]) {
    return owner === `person:${sub}` ? this.ports.access.told(tenant, views) : views;
  }
}

/** When one has looked at what is kept of another, by the days of it. */
async function looksAt(
  looks: ViewReader<Readers>,
  subject: string,
  by: string,
  action: Action,
): Promise<readonly Viewing[]> {
  const value = subject.replace(/^person:/, '');
  const found: Viewing[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 100, ...present({ after }) };
    const { docs, next } = await looks.find({ index: 'subject', value }, page);
    for (const { doc } of docs) {
      found.push(...doc.views.filter((one) => one.by === by && one.action === action));
    }
    after = next;
  } while (after !== undefined);
  return found;
}

/** Before the first fact. */
const zero = '' as Position;

function actionOf(name: string): Action {
  const action = actions.find((one) => one === name);
  if (action !== undefined) return action;
  const remedy = 'Give an action of the policy table, as GET /policy lists them.';
  throw new ProblemError('request/invalid-parameter', `action: ${remedy}`, [
    { field: '?action', rule: 'known', remedy },
  ]);
}
