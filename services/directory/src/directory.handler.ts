import type { Access } from '@plumbline/access';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { streamName, type CommandContext } from '@plumbline/event-log';
import type { TransactReceipt, Transactor } from '@plumbline/event-log';
import { derivedId, reject, toInstant, valueOn } from '@plumbline/kernel';
import type { Clock, Day, Rejection } from '@plumbline/kernel';
import { isPermitted, type About, type Asking } from '@plumbline/organization';
import type { Postbox } from '@plumbline/mail';
import type { Sealer } from '@plumbline/privacy';
import type { Views } from '@plumbline/views';
import { actionOf, refuseActions, refuseLending, unitsOfChanges } from './directory.rights.ts';
import { letterAggregate, personAggregate } from './facts.ts';
import { reorganisationAggregate, structureAggregate } from './facts.ts';
import type { LetterCommand } from './letter/letter.ts';
import type { PersonCommand } from './person/person.commands.ts';
import type { ReorganisationCommand } from './reorganisation/reorganisation.commands.ts';
import type { StructureChange, StructureCommand } from './structure/structure.commands.ts';
import { postOf, unitOf, type Structure } from './structure/structure.ts';

/** What this context needs of the outside. */
export interface DirectoryPorts {
  readonly transactor: Transactor;
  readonly views: Views;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly access: Access;
  /** Where reminders are sent from; left out, nobody is sent mail. */
  readonly postbox?: Postbox;
}

export const directoryPorts = Symbol('DirectoryPorts');

export type DirectoryCommand =
  PersonCommand | StructureCommand | ReorganisationCommand | LetterCommand;

/** Every command of this context goes over the bus in this one envelope. */
export class DirectoryRequest extends Command<TransactReceipt | Rejection> {
  constructor(
    readonly command: DirectoryCommand,
    readonly context: CommandContext,
    /** Who asks; absent when the door has permitted it already (import, policy). */
    readonly asking?: Asking,
    readonly ifMatch?: number,
  ) {
    super();
  }
}

export const personStream = (tenant: string, person: string): string =>
  streamName('directory', 'person', tenant, derivedId(tenant, 'person', person));

/** One stream decides over all units, posts and lines of a tenant: no rule is over two of them. */
export const structureStream = (tenant: string): string =>
  streamName('directory', 'structure', tenant, derivedId(tenant, 'structure'));

export const reorganisationStream = (tenant: string, id: string): string =>
  streamName('directory', 'reorganisation', tenant, id);

/** By the fact that it passes on. */
export const letterStream = (tenant: string, letter: string): string =>
  streamName('directory', 'letter', tenant, letter);

@CommandHandler(DirectoryRequest)
export class DirectoryHandler implements ICommandHandler<DirectoryRequest> {
  constructor(@Inject(directoryPorts) private readonly ports: DirectoryPorts) {}

  async execute(request: DirectoryRequest): Promise<TransactReceipt | Rejection> {
    const { command } = request;
    if (command.type === 'ChangeStructure') return this.#changeStructure(command, request);
    if ('letter' in command) {
      const stream = letterStream(request.context.tenant, command.letter);
      const { context } = request;
      return this.ports.transactor.transact(letterAggregate, { stream, command, context });
    }
    if ('reorganisation' in command) return this.#reorganise(command, request);
    return this.#decidePerson(command, request);
  }

  #changeStructure(command: StructureCommand, { context, asking, ifMatch }: DirectoryRequest) {
    return this.ports.transactor.transact(structureAggregate, {
      stream: structureStream(context.tenant),
      command,
      context,
      ...(ifMatch === undefined ? {} : { ifMatch }),
      permit: (structure) => this.#refuseChanges(asking, command.changes, structure),
    });
  }

  /** Who changes the structure must be allowed to in the unit of each change, before and after. */
  #refuseChanges(
    asking: Asking | undefined,
    changes: readonly StructureChange[],
    structure: Structure,
  ): Rejection | undefined {
    if (asking === undefined) return undefined;
    const today = toInstant(this.ports.clock.now()).slice(0, 10);
    for (const unit of unitsOfChanges(changes, structure, today)) {
      const about = unit === null ? {} : { owner: `unit:${unit}` };
      const answer = this.ports.access.permit(asking, 'structure/change', about);
      if (!isPermitted(answer)) return answer;
    }
    return undefined;
  }

  async #reorganise(
    command: ReorganisationCommand,
    { context, asking, ifMatch }: DirectoryRequest,
  ): Promise<TransactReceipt | Rejection> {
    const { tenant } = context;
    const { transactor } = this.ports;
    const stream = reorganisationStream(tenant, command.reorganisation);
    const { repeated } = await transactor.load(reorganisationAggregate, stream, context);
    if (repeated !== undefined) return repeated;
    if (command.type === 'OrderReorganisation') {
      const { state } = await this.#structure(tenant);
      if (unitOf(state, command.unit) === undefined) {
        return reject('structure/unknown-unit', `There is no unit "${command.unit}".`, '/unit');
      }
      const changes = command.moves.map(
        ({ post, unit }) =>
          ({ type: 'MovePost', post, unit: unit ?? command.unit, from: command.from }) as const,
      );
      const refused = this.#refuseChanges(asking, changes, state);
      if (refused !== undefined) return refused;
      const unknown = command.moves.find(
        ({ unit }) => unit !== undefined && unitOf(state, unit) === undefined,
      );
      if (unknown !== undefined) {
        const detail = `There is no unit "${unknown.unit}".`;
        return reject('structure/unknown-unit', detail, '/moves');
      }
    }
    return transactor.transact(reorganisationAggregate, {
      ...{ stream, command, context },
      ...(ifMatch === undefined ? {} : { ifMatch }),
      permit: (state) => {
        if (asking === undefined || command.type === 'OrderReorganisation') return undefined;
        if (state.stage === 'none') return undefined;
        const answer = this.ports.access.permit(asking, 'structure/change', {
          owner: `unit:${state.unit}`,
        });
        return isPermitted(answer) ? undefined : answer;
      },
    });
  }

  async #decidePerson(
    command: PersonCommand,
    { context, asking, ifMatch }: DirectoryRequest,
  ): Promise<TransactReceipt | Rejection> {
    const { tenant } = context;
    const stream = personStream(tenant, command.person);
    const { repeated } = await this.ports.transactor.load(personAggregate, stream, context);
    if (repeated !== undefined) return repeated;
    const refused = await this.#refusePerson(asking, command, tenant);
    if (refused !== undefined) return refused;
    const unknown = await this.#refuseUnknown(command, tenant);
    if (unknown !== undefined) return unknown;
    return this.ports.transactor.transact(personAggregate, {
      ...{ stream, command, context },
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
  }

  /**
   * Who manages a person must be allowed to where they are, and in the unit of the post that they
   * take. Who joins for the first time is nowhere yet: there it is the post alone, if there is one.
   */
  async #refusePerson(asking: Asking | undefined, command: PersonCommand, tenant: string) {
    if (asking === undefined) return undefined;
    const refusal = (about: About): Rejection | undefined => {
      const answer = this.ports.access.permit(asking, actionOf(command), about);
      return isPermitted(answer) ? undefined : answer;
    };
    const lent = refuseLending(asking, command, refusal);
    if (lent !== undefined) return lent;
    const unit = await this.#unitTaken(command, tenant);
    const there = unit === undefined ? undefined : refusal({ owner: `unit:${unit}` });
    if (command.type === 'Join' && unit !== undefined) {
      const stream = personStream(tenant, command.person);
      const { state } = await this.ports.transactor.load(personAggregate, stream);
      if (state.stage === 'none') return there;
    }
    return refusal({ owner: `person:${command.person}` }) ?? there;
  }

  /** The unit of the post that a person takes by a command, if they take one that is there. */
  async #unitTaken(command: PersonCommand, tenant: string): Promise<string | undefined> {
    const taken = postTaken(command);
    if (taken === undefined) return undefined;
    const { state } = await this.#structure(tenant);
    const unit = postOf(state, taken.post)?.unit;
    return unit === undefined ? undefined : (valueOn(unit, taken.from) ?? unit[0]?.value);
  }

  /**
   * Posts, units and people are never removed, so that what is found here holds after the check:
   * a post must be open on the day, who stands in must be known, and a role needs its unit.
   */
  async #refuseUnknown(command: PersonCommand, tenant: string): Promise<Rejection | undefined> {
    const taken = postTaken(command);
    if (taken !== undefined) {
      const { state } = await this.#structure(tenant);
      return refusePost(state, taken);
    }
    switch (command.type) {
      case 'GrantDelegation': {
        const stream = personStream(tenant, command.to);
        const { state } = await this.ports.transactor.load(personAggregate, stream);
        if (state.stage === 'none' || valueOn(state.presence, command.from) !== true) {
          const detail = `Nobody called "${command.to}" is here on ${command.from}.`;
          return reject('person/delegation-to-unknown', detail, '/to');
        }
        return refuseActions(command.actions);
      }
      case 'GrantRole': {
        if (command.unit === null) return undefined;
        const { state } = await this.#structure(tenant);
        if (unitOf(state, command.unit) !== undefined) return undefined;
        return reject('structure/unknown-unit', `There is no unit "${command.unit}".`, '/unit');
      }
      default:
        return undefined;
    }
  }

  #structure(tenant: string) {
    return this.ports.transactor.load(structureAggregate, structureStream(tenant));
  }
}

/** A post that a person takes from a day on, and the field of the command that says so. */
interface TakenPost {
  readonly post: string;
  readonly from: Day;
  readonly field: string;
}

export function postTaken(command: PersonCommand): TakenPost | undefined {
  if (command.type === 'Join' || command.type === 'Move') {
    const { post, from } = command;
    return post === null ? undefined : { post, from, field: '/post' };
  }
  if (command.type !== 'CorrectPerson' || command.field !== 'post') return undefined;
  const { to } = command;
  if (typeof to?.value !== 'string') return undefined;
  return { post: to.value, from: to.from, field: '/to/value' };
}

/** A post is taken only while it is there. */
export function refusePost(
  structure: Structure,
  { post, from, field }: TakenPost,
): Rejection | undefined {
  const found = postOf(structure, post);
  if (found === undefined) {
    return reject('person/unknown-post', `There is no post "${post}".`, field);
  }
  if (from < found.established) {
    const detail = `The post "${post}" is there since ${found.established}. Give a later day.`;
    return reject('person/unknown-post', detail, field);
  }
  if (valueOn(found.closed, from) !== true) return undefined;
  return reject('person/post-closed', `The post "${post}" is closed on ${from}.`, field);
}
