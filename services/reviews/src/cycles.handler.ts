import type { TransactReceipt } from '@plumbline/event-log';
import { isRejection, present, reject, type Position, type Rejection } from '@plumbline/kernel';
import { findDocsMax } from '@plumbline/views';
import { contentHash } from './content-hash.ts';
import type * as Command from './cycle/cycle.commands.ts';
import type { CycleCommand } from './cycle/cycle.commands.ts';
import type { Cycle, LiveCycle, Plan } from './cycle/cycle.ts';
import { cycleAggregate, cycleStream } from './cycles.facts.ts';
import { isWithin, memberOf, membersOf } from './cycles.launch.ts';
import { refuseToRun } from './cycles.permission.ts';
import { sourcesReach } from './reviewing.evidence.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';
import { packOf, templateOf } from './settings.pins.ts';
import { refuseUnfit } from './template/template.fit.ts';
import { cycleSheet } from './views/cycle-sheet.ts';
import { reviewSheet } from './views/review-sheet.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** Hashes, who is in it, and how far its reviews are, is found out here. */
export type CycleAsked =
  | PlanAsked
  | Omit<Command.LaunchCycle, 'position' | 'frameHash' | 'members'>
  | (Omit<Command.AddLateJoiner, 'member'> & { readonly person: string })
  | Omit<Command.BeginCalibrating, 'opened'>
  | Omit<Command.LockCycle, 'opened' | 'unsettled'>
  | Omit<Command.CancelCycle, 'finalised'>
  | Command.StepCycle
  | Command.BeginFinalising;

export type PlanAsked = Omit<Command.PlanCycle, 'template' | 'pack'> & {
  readonly template: Named;
  readonly pack: Named;
};

interface Named {
  readonly id: string;
  readonly version: number;
}

export async function transactCycle(
  ports: ReviewsPorts,
  asked: CycleAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { context, asking } = envelope;
  const stream = cycleStream(context.tenant, asked.cycleId);
  const { state, repeated } = await ports.transactor.load(cycleAggregate, stream, context);
  if (repeated !== undefined) return repeated;
  const refused = refuseToRun(ports, asking, populationOf(asked, state));
  if (refused !== undefined) return refused;
  const command = await completed(ports, asked, context.tenant, state);
  if (isRejection(command)) return command;
  return ports.transactor.transact(cycleAggregate, {
    ...{ stream, command, ...askedOf(envelope) },
    permit: (cycle) => refuseToRun(ports, asking, populationOf(command, cycle)),
  });
}

function populationOf(asked: CycleAsked | CycleCommand, cycle: Cycle): Plan['population'] {
  if (asked.type === 'PlanCycle') return asked.population;
  return cycle.stage === 'none' ? { units: null } : cycle.population;
}

async function completed(
  ports: ReviewsPorts,
  asked: CycleAsked,
  tenant: string,
  cycle: Cycle,
): Promise<CycleCommand | Rejection> {
  if (asked.type === 'PlanCycle') return planned(ports, asked, tenant);
  switch (asked.type) {
    case 'LaunchCycle': {
      const nobody = { position: '', frameHash: '', members: [] };
      // What is launched already, or never will be, says so itself, without looking for people.
      if (cycle.stage !== 'planned') return { ...asked, ...nobody };
      return launched(ports, asked, tenant, cycle);
    }
    case 'AddLateJoiner':
      return joined(ports, asked, tenant, cycle);
    case 'BeginCalibrating':
      return { ...asked, opened: await openedOf(ports, tenant, asked.cycleId) };
    case 'LockCycle': {
      const opened = await openedOf(ports, tenant, asked.cycleId);
      return { ...asked, opened, unsettled: await countOf(ports, tenant, 'unsettled', asked) };
    }
    case 'CancelCycle':
      return { ...asked, finalised: await countOf(ports, tenant, 'finalised', asked) };
    default:
      return asked;
  }
}

/** What is pinned is there, and fits: nothing of it is looked for later. */
async function planned(
  ports: ReviewsPorts,
  asked: PlanAsked,
  tenant: string,
): Promise<Command.PlanCycle | Rejection> {
  const template = await templateOf(ports, tenant, asked.template);
  if (template === undefined) return unknown('template', asked.template);
  const pack = await packOf(ports, tenant, asked.pack);
  if (pack === undefined) return unknown('pack', asked.pack);
  const unfit =
    refuseUnfit(template.template, pack.pack) ?? (await refuseNoUnit(ports, asked, tenant));
  if (unfit !== undefined) return unfit;
  const pins = {
    template: { ...asked.template, hash: template.hash },
    pack: { ...asked.pack, hash: pack.hash },
  };
  return { ...asked, ...pins };
}

/** A cycle of a unit that is not there would be launched over nobody, and nobody told. */
async function refuseNoUnit(
  { access, views }: ReviewsPorts,
  { population: { units }, at }: PlanAsked,
  tenant: string,
): Promise<Rejection | undefined> {
  if (units === null) return undefined;
  await access.after((await views.positionOf(undefined)) ?? ('' as Position));
  const on = at.slice(0, 10);
  const there = new Set(
    access
      .organizationOf(tenant)
      .units(on)
      .map(({ unit }) => `unit:${unit}`),
  );
  const missing = units.findIndex((one) => !there.has(one));
  if (missing === -1) return undefined;
  const detail = `There is no ${units[missing]} on ${on}. Name units that there are.`;
  return reject('review-cycle/unknown-unit', detail, `/population/units/${missing}`);
}

function unknown(what: 'template' | 'pack', { id, version }: Named): Rejection {
  const detail = `There is no ${what} ${id}@${version}. Publish it first.`;
  return reject(`review-cycle/unknown-${what}`, detail, `/${what}`);
}

/**
 * The launch stands at a place of the log that every source has been read up to: what a review
 * pins is the same whenever it is opened. Throws what is tried again when that takes too long.
 */
async function launched(
  ports: ReviewsPorts,
  asked: Extract<CycleAsked, { type: 'LaunchCycle' }>,
  tenant: string,
  cycle: LiveCycle,
): Promise<Command.LaunchCycle> {
  const { access, views } = ports;
  const known = (await views.positionOf(undefined)) ?? ('' as Position);
  await access.after(known);
  await sourcesReach(ports, tenant, known);
  const organization = access.organizationOf(tenant);
  const sight = { organization, on: asked.at.slice(0, 10), known };
  const members = await membersOf(cycle, tenant, sight);
  return { ...asked, position: known, frameHash: contentHash(members), members };
}

/**
 * Late for the launch, and bound to its pin: the evidence is that of the launch. Who answers for
 * whom is taken as it is known now; of somebody new, the organisation knew nothing then.
 */
async function joined(
  { access }: ReviewsPorts,
  { person, ...asked }: Extract<CycleAsked, { type: 'AddLateJoiner' }>,
  tenant: string,
  cycle: Cycle,
): Promise<Command.AddLateJoiner | Rejection> {
  const organization = access.organizationOf(tenant);
  const on = asked.at.slice(0, 10);
  if (!organization.isPresent(person, on)) {
    const detail = `${person} is not here on ${on}.`;
    return reject('review-cycle/unknown-person', detail, '/person');
  }
  if (cycle.stage === 'none') {
    return reject('review-cycle/not-found', 'There is no review cycle with this id.');
  }
  // Whoever may run the cycle may do so for these units, and for nobody else.
  if (!isWithin(cycle, person, { organization, on })) {
    const detail = `${person} is not in the units of this cycle. Plan one for theirs.`;
    return reject('review-cycle/outside-population', detail, '/person');
  }
  return { ...asked, member: memberOf(cycle, tenant, person, { organization, on }) };
}

/** How many reviews of a cycle are so, as of this moment; up to what one page shows. */
async function countOf(
  { views }: ReviewsPorts,
  tenant: string,
  index: 'unsettled' | 'finalised',
  { cycleId }: { readonly cycleId: string },
): Promise<number> {
  const readAfter = (await views.positionOf(undefined)) ?? undefined;
  const reader = await views.of(reviewSheet, tenant, present({ readAfter }));
  const { docs } = await reader.find({ index, value: cycleId }, { limit: findDocsMax });
  return docs.length;
}

/**
 * How many reviews of a cycle were ever opened, as of this moment. Whether these are all of them is
 * decided by the cycle, which knows who is in it: a view has no word of what is not there yet.
 */
async function openedOf({ views }: ReviewsPorts, tenant: string, cycleId: string) {
  const readAfter = (await views.positionOf(undefined)) ?? undefined;
  const reader = await views.of(cycleSheet, tenant, present({ readAfter }));
  return (await reader.get(cycleId))?.opened ?? 0;
}
