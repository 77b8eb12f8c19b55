import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { createTurns, type Turns } from '@plumbline/access';
import { derivedId, isRejection, toInstant, wallTime } from '@plumbline/kernel';
import type { EpochMs, WallTime } from '@plumbline/kernel';
import { everyOf } from '@plumbline/views';
import { remindersAggregate, remindersStream } from './due.facts.ts';
import { taskReader, type DueTask } from './due.tasks.ts';
import { mayTell, minutesToQuiet, urgencyOf } from './reminders/reminders.rules.ts';
import { untold, type RemindedTask, type Reminder } from './reminders/reminders.ts';
import { ReviewsEnvelope, reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';

/** How often it is looked for who is to be told something. */
export const remindIntervalMs = 15 * 60_000;
/** After a turn that could not be finished, or before the organisation is known. */
export const remindRetryMs = 5_000;
/** Reviews and sessions of one page of the view. */
export const remindPageMax = 200;

const policyName = 'remind-of-what-is-due';
const msPerMinute = 60_000;

interface Told {
  readonly zone: string;
  readonly wall: WallTime;
  readonly tasks: RemindedTask[];
}

/**
 * The policy by time: who has something to do is reminded, in the hours of a working day where they
 * live. Every process of this service may run it: the id of a command derives from person and day,
 * so that the second one decides nothing. Where reminders are off, it does not run.
 */
@Injectable()
export class DueReminders implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #turns: Turns;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(reviewsPorts) private readonly ports: ReviewsPorts,
  ) {
    this.#turns = createTurns({
      access: ports.access,
      take: () => this.remind(),
      intervalMs: remindIntervalMs,
      retryMs: remindRetryMs,
    });
  }

  onApplicationBootstrap(): void {
    if (this.ports.reminders !== undefined) this.#turns.start();
  }

  /** Stops after the person in hand. */
  async onModuleDestroy(): Promise<void> {
    await this.#turns.stop();
  }

  /** One turn over every tenant. How many were reminded by it. */
  async remind(): Promise<number> {
    const now = this.ports.clock.now();
    let reminded = 0;
    for (const tenant of this.ports.access.tenants()) {
      for (const [person, told] of await this.#toTell(tenant, now)) {
        if (this.#turns.isStopped()) return reminded;
        if (await this.#tell(tenant, person, told, now)) reminded += 1;
      }
    }
    return reminded;
  }

  /** Who may be told something now, with all that they have to do. */
  async #toTell(tenant: string, now: EpochMs): Promise<ReadonlyMap<string, Told>> {
    const { views, access } = this.ports;
    const organization = access.organizationOf(tenant);
    const reader = await taskReader(views, tenant, {}, now);
    const people = new Map<string, Told>();
    const pending = { index: 'pending', value: 'yes' };
    for await (const { doc } of everyOf(reader.sheets, pending, { limit: remindPageMax })) {
      for (const task of await reader.dueOf(doc)) {
        const { who, what, zone, standing } = task;
        // Of what any one of the HR partners does, nobody is reminded.
        if (who === null || what === 'correct' || standing !== 'open') continue;
        const told = people.get(who) ?? { zone, wall: wallTime(zone, now), tasks: [] };
        if (!mayTell(told.wall, this.#quiet())) continue;
        const { day } = told.wall;
        // Who is away is told once they are back; who has left, not at all.
        if (!organization.isPresent(who, day) || organization.isAway(who, day)) continue;
        people.set(who, told);
        told.tasks.push(remindedOf({ ...task, what }));
      }
    }
    return people;
  }

  async #tell(
    tenant: string,
    person: string,
    { zone, wall, tasks }: Told,
    now: EpochMs,
  ): Promise<boolean> {
    const { day } = wall;
    const stream = remindersStream(tenant, person);
    const { state } = await this.ports.transactor.load(remindersAggregate, stream);
    // Nothing is asked for that would decide nothing: that would be remembered, turn by turn.
    if (untold(state, { day, tasks }).length === 0) return false;
    const act = derivedId('policy', policyName, tenant, person, day);
    const at = toInstant(now);
    const until = toInstant(now + minutesToQuiet(wall, this.#quiet()) * msPerMinute);
    const reminder: Reminder = { person, day, zone, until, tasks };
    const result = await this.bus.execute(
      new ReviewsEnvelope(
        { type: 'IssueReminder', act, at, ...reminder },
        {
          ...{ tenant, commandId: act, correlationId: act, causationId: act, effectiveAt: at },
          actor: { sub: policyName, via: `policy:${policyName}` },
          // Of two processes the first one tells; what the other would add comes tomorrow.
          fingerprint: createHash('sha256').update(`${person} ${day}`).digest('hex'),
        },
      ),
    );
    return !isRejection(result) && result.changed && !result.replayed;
  }

  #quiet() {
    return this.ports.reminders?.quiet ?? { from: 24, until: 0 };
  }
}

function remindedOf({
  id: task,
  what,
  about,
  due,
  daysLeft,
}: DueTask & Pick<RemindedTask, 'what'>): RemindedTask {
  return { task, urgency: urgencyOf(daysLeft), what, of: about.of, id: about.id, due };
}
