import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { canonicalJson, type CommandContext } from '@plumbline/event-log';
import { derivedId, isRejection, present, timeOrderedId, toInstant } from '@plumbline/kernel';
import { valueOn, type Instant, type Position, type Rejection } from '@plumbline/kernel';
import { DirectoryRequest, directoryPorts, personStream, postTaken } from './directory.handler.ts';
import { refusePost, structureStream, type DirectoryPorts } from './directory.handler.ts';
import { personAggregate, structureAggregate } from './facts.ts';
import type { ImportPersonDto, ImportStructureDto } from './http/directory.dto.ts';
import { changeOf } from './http/shapes.ts';
import { personDecider } from './person/person.decide.ts';
import type { ChooseZone, Join } from './person/person.commands.ts';
import { changesMax, decideChanges } from './structure/structure.decide.ts';
import { siftChanges, type ChangeGroup } from './structure/structure.sift.ts';
import { evolveStructure, type Structure } from './structure/structure.ts';
import { createGathering, type Gathering } from './gathering.ts';

/** What became of one line of a bulk import. */
export type ImportOutcome =
  | { readonly status: 'recorded' | 'unchanged'; readonly id: string; readonly position?: Position }
  | { readonly status: 'refused'; readonly rejection: Rejection };

export interface Importing {
  readonly tenant: string;
  readonly sub: string;
  /** Decide and answer, but record nothing. */
  readonly dryRun: boolean;
}

interface StructureLine {
  readonly key: string;
  readonly changes: ChangeGroup;
  readonly importing: Importing;
}

/** Lines of a structure that are put into one command: its changes must fit one append. */
const linesTogetherMax = 64;

/**
 * Bulk import. What a line says is decided by how things stand, so that the same line again
 * changes nothing. One stream decides over a structure: lines that come at once are put together
 * into one command, the good ones of them, and each is answered for itself.
 */
@Injectable()
export class DirectoryImport {
  readonly #structures: Gathering<StructureLine, ImportOutcome>;
  /** What the lines of a dry run make so far, each on those before it; kept with its request. */
  readonly #tried = new WeakMap<Importing, Promise<Structure>>();

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(directoryPorts) private readonly ports: DirectoryPorts,
  ) {
    this.#structures = createGathering({
      groupOf: ({ importing }) => `${importing.tenant} ${importing.sub}`,
      sizeOf: ({ changes }) => changes.length,
      sizeMax: changesMax,
      countMax: linesTogetherMax,
      work: (lines) => this.#changeTogether(lines),
    });
  }

  async structure(line: ImportStructureDto, importing: Importing): Promise<ImportOutcome> {
    const changes = line.changes.map(changeOf);
    if (!importing.dryRun) return this.#structures.add({ key: line.key, changes, importing });
    return this.#tryStructure(line.key, changes, importing);
  }

  /** What a line would do after the lines before it, as far as they were good. */
  async #tryStructure(
    key: string,
    changes: ChangeGroup,
    importing: Importing,
  ): Promise<ImportOutcome> {
    const told = { act: '', at: toInstant(this.ports.clock.now()) };
    const before =
      this.#tried.get(importing) ??
      this.#loadStructure(importing.tenant).then(({ state }) => state);
    const decided = before.then((structure) => {
      const decision = decideChanges(changes, structure, told, '/changes/');
      if (isRejection(decision)) return { structure, decision };
      return { structure: decision.reduce(evolveStructure, structure), decision };
    });
    this.#tried.set(
      importing,
      decided.then(({ structure }) => structure),
    );
    const { decision } = await decided;
    if (isRejection(decision)) return { status: 'refused', rejection: decision };
    return { status: decision.length > 0 ? 'recorded' : 'unchanged', id: key };
  }

  /** The good ones of some lines in one command; what each of them changes is looked at before. */
  async #changeTogether(lines: readonly StructureLine[]): Promise<readonly ImportOutcome[]> {
    const [first] = lines;
    if (first === undefined) return [];
    const { tenant, sub } = first.importing;
    const { state } = await this.#loadStructure(tenant);
    const now = toInstant(this.ports.clock.now());
    const act = timeOrderedId(this.ports.clock.now());
    const sifted = siftChanges(
      lines.map(({ changes }) => changes),
      state,
      { act, at: now },
    );
    const refused = new Map(sifted.refused.map(({ index, rejection }) => [index, rejection]));
    const position = await this.#recordChanges(sifted.taken, act, { tenant, sub });
    if (isRejection(position)) {
      // Somebody changed the structure in between: one by one, each hears its own answer.
      return lines.length === 1
        ? [{ status: 'refused', rejection: position }]
        : (await Promise.all(lines.map((line) => this.#changeTogether([line])))).flat();
    }
    return lines.map(({ key }, index): ImportOutcome => {
      const rejection = refused.get(index);
      if (rejection !== undefined) return { status: 'refused', rejection };
      if (position === null || !sifted.changing.has(index)) return { status: 'unchanged', id: key };
      return { status: 'recorded', id: key, position };
    });
  }

  /** Where it was recorded; null when there was nothing to record. */
  async #recordChanges(
    changes: ChangeGroup,
    act: string,
    { tenant, sub }: Pick<Importing, 'tenant' | 'sub'>,
  ): Promise<Position | null | Rejection> {
    if (changes.length === 0) return null;
    const now = toInstant(this.ports.clock.now());
    const command = { type: 'ChangeStructure', act, at: now, now, changes } as const;
    const context = contextOf(act, changes, { tenant, sub }, now);
    const result = await this.bus.execute(new DirectoryRequest(command, context));
    if (isRejection(result)) return result;
    return result.changed ? result.position : null;
  }

  async person(line: ImportPersonDto, importing: Importing): Promise<ImportOutcome> {
    const { person, name, mail, zone, post, from } = line.person;
    const { tenant } = importing;
    const loaded = await this.ports.transactor.load(personAggregate, personStream(tenant, person));
    const { state } = loaded;
    const isThere =
      state.stage !== 'none' &&
      valueOn(state.presence, from) === true &&
      (valueOn(state.posts, from) ?? null) === post;
    // Names are sealed, and are not compared: an import is no channel for changing them.
    if (isThere && (zone === undefined || zone === state.zone)) {
      return { status: 'unchanged', id: person };
    }
    const now = toInstant(this.ports.clock.now());
    if (isThere) return this.#chooseZone(line, importing, now);
    const act = derivedId('import', tenant, line.key, 'join');
    const join: Join = {
      ...{ type: 'Join', act, at: now, person, name, post, from },
      ...present({ mail, zone }),
    };
    if (importing.dryRun) {
      const refused = await this.#refusePost(join, tenant);
      if (refused !== undefined) return { status: 'refused', rejection: inPerson(refused) };
      const decision = personDecider.decide(join, state);
      if (isRejection(decision)) return { status: 'refused', rejection: inPerson(decision) };
      return { status: decision.length > 0 ? 'recorded' : 'unchanged', id: person };
    }
    return this.#record(join, contextOf(act, line.person, importing, now));
  }

  /** Who is there already may live by another zone than was known. */
  async #chooseZone(
    { person: { person, zone = '' } }: ImportPersonDto,
    importing: Importing,
    now: Instant,
  ): Promise<ImportOutcome> {
    if (importing.dryRun) return { status: 'recorded', id: person };
    const act = timeOrderedId(this.ports.clock.now());
    const choose: ChooseZone = { type: 'ChooseZone', act, at: now, person, zone };
    return this.#record(choose, contextOf(act, { person, zone }, importing, now));
  }

  async #record(command: Join | ChooseZone, context: CommandContext): Promise<ImportOutcome> {
    const { person } = command;
    const result = await this.bus.execute(new DirectoryRequest(command, context));
    if (isRejection(result)) return { status: 'refused', rejection: inPerson(result) };
    const status = result.changed && !result.replayed ? 'recorded' : 'unchanged';
    return result.position === null
      ? { status, id: person }
      : { status, id: person, position: result.position };
  }

  async #refusePost(join: Join, tenant: string): Promise<Rejection | undefined> {
    const taken = postTaken(join);
    if (taken === undefined) return undefined;
    const { state } = await this.#loadStructure(tenant);
    return refusePost(state, taken);
  }

  #loadStructure(tenant: string) {
    return this.ports.transactor.load(structureAggregate, structureStream(tenant));
  }
}

/** The field as the line has it: what is said of a person lies one level down. */
function inPerson(rejection: Rejection): Rejection {
  const { field } = rejection;
  return field === undefined ? rejection : { ...rejection, field: `/person${field}` };
}

function contextOf(
  commandId: string,
  content: unknown,
  { tenant, sub }: Pick<Importing, 'tenant' | 'sub'>,
  effectiveAt: string,
): CommandContext {
  // The shapes of requests are classes; what they hold is plain.
  const plain = canonicalJson(JSON.parse(JSON.stringify(content)) as unknown);
  return {
    tenant,
    actor: { sub, via: 'import' },
    ...{ commandId, correlationId: commandId, causationId: commandId, effectiveAt },
    fingerprint: createHash('sha256').update(plain).digest('hex'),
  };
}
