import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ReviewsPublished } from '@plumbline/contracts';
import type { PublishedFact } from '@plumbline/feed';
import { Policies } from '@plumbline/feed/strategy';
import { derivedId, Fault, isRejection, toInstant } from '@plumbline/kernel';
import { reveal } from '@plumbline/privacy';
import { withRefs } from '@plumbline/views';
import { DirectoryRequest, directoryPorts, letterStream } from './directory.handler.ts';
import type { DirectoryPorts } from './directory.handler.ts';
import { letterAggregate } from './facts.ts';
import { isToSend, type LetterCommand, type LetterOutcome } from './letter/letter.ts';
import { letterOf } from './mail.letters.ts';
import { personSheet } from './views/person-sheet.ts';

type Issued = PublishedFact<ReviewsPublished['reviews.ReminderIssued.v1']>;
type Told<Command> = Command extends LetterCommand ? Omit<Command, 'act' | 'letter' | 'at'> : never;

/** The mail server does not take mail now. It is tried again, and put aside in the end. */
export class PostboxAway extends Fault {
  readonly code = 'mail/server-away';
  readonly retriable = true;
}

/**
 * Passes reminders on by mail: the directory has the addresses, which never leave it. Each at most
 * once: the attempt is recorded before anything is sent, under an id that derives from the fact.
 */
@Policies()
export class MailReactions {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(directoryPorts) private readonly ports: DirectoryPorts,
  ) {}

  @EventPattern('reviews.ReminderIssued.v1')
  async reminderIssued(@Payload() facts: readonly Issued[]): Promise<void> {
    for (const fact of facts) await this.#passOn(fact);
  }

  async #passOn(fact: Issued): Promise<void> {
    const { postbox, transactor, clock } = this.ports;
    if (postbox === undefined) return;
    const { person: to, until } = fact.data;
    const stream = letterStream(fact.tenant, fact.id);
    const { state } = await transactor.load(letterAggregate, stream);
    if (!isToSend(state)) return;
    const settle = (outcome: LetterOutcome, code: string | null = null) =>
      this.#record(fact, 'settle', { type: 'SettleLetter', to, outcome, code });
    if (clock.now() >= Date.parse(until)) return void (await settle('too-late'));
    const address = await this.#addressOf(fact.tenant, to);
    if (address === undefined) return void (await settle('no-address'));
    const attempt = state.attempt + 1;
    const isMine = await this.#record(fact, `attempt ${attempt}`, { type: 'AttemptLetter', to });
    if (!isMine) return;
    const letter = letterOf(fact.data, postbox.consoleUrl);
    const { outcome, code } = await postbox.post({ id: fact.id, to: address, ...letter });
    if (outcome !== 'away') return void (await settle(outcome, code));
    const told = code ?? 'away';
    await this.#record(fact, `defer ${attempt}`, { type: 'DeferLetter', code: told });
    throw new PostboxAway(`The mail server does not take mail now (${told}).`);
  }

  async #addressOf(tenant: string, person: string): Promise<string | undefined> {
    const reader = await this.ports.views.of(personSheet, tenant, {});
    const sheet = await reader.get(person);
    if (sheet === undefined || sheet.mail === null) return undefined;
    const quoted = withRefs({ mail: sheet.mail }, sheet.texts);
    const { mail } = (await reveal(this.ports.sealer, tenant, quoted)) as { mail: unknown };
    return typeof mail === 'string' ? mail : undefined;
  }

  /** Whether it was recorded by this call: not by one before, nor by another process. */
  async #record(fact: Issued, step: string, told: Told<LetterCommand>): Promise<boolean> {
    const act = derivedId('policy', 'mail-reminder', fact.id, step);
    const at = toInstant(this.ports.clock.now());
    const command = { ...told, act, letter: fact.id, at } as LetterCommand;
    const result = await this.bus.execute(
      new DirectoryRequest(command, {
        ...{ tenant: fact.tenant, commandId: act, effectiveAt: at },
        ...{ correlationId: fact.correlationId, causationId: fact.id },
        actor: { sub: fact.actor, via: 'policy:mail-reminder' },
        fingerprint: createHash('sha256').update(`${fact.id} ${step}`).digest('hex'),
      }),
    );
    return !isRejection(result) && result.changed && !result.replayed;
  }
}
