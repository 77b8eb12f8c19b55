import { clearText, isRejection, never, reject } from '@plumbline/kernel';
import type { Decider, Decision, Instant, Rejection } from '@plumbline/kernel';
import { dueAt, isOverdue, overdueAfter, readingOf } from './case.clock.ts';
import type * as Command from './case.commands.ts';
import type { ServiceCaseCommand } from './case.commands.ts';
import { codeLengthMax, reasonLengthMax, refuseEarlierThan, runsMax } from './case.rules.ts';
import { refuseOpening, refuseText, resolved } from './case.rules.ts';
import { agreementOf, evolveCase, initialCase, originOf } from './case.ts';
import type { LiveCase, ServiceCase, ServiceCaseFact } from './case.ts';

type Decided = Decision<ServiceCaseFact>;

export const serviceCaseDecider: Decider<ServiceCaseCommand, ServiceCase, ServiceCaseFact> = {
  initial: initialCase,
  evolve: evolveCase,
  decide: decideCase,
};

function decideCase(command: ServiceCaseCommand, serviceCase: ServiceCase): Decided {
  if (command.type === 'OpenCase') return open(command, serviceCase);
  if (serviceCase.stage === 'none') {
    return reject('case/not-found', 'There is no case with this id.');
  }
  if (serviceCase.acts[command.act] === true) return []; // Already so: a retry is not an error.
  const early = refuseEarlierThan(sinceWhen(command, serviceCase), command.at);
  if (early !== undefined) return early;
  const decided = change(command, serviceCase);
  return isRejection(decided) ? decided : [...decided, ...corrections(serviceCase, decided)];
}

/** A response stops no run of the clocks: it is entered as late as one likes. */
function sinceWhen({ type }: ServiceCaseCommand, { runs, alteredAt }: LiveCase): Instant {
  return type === 'RespondToCase' ? (runs[0]?.from ?? alteredAt) : alteredAt;
}

function change(
  command: Exclude<ServiceCaseCommand, Command.OpenCase>,
  serviceCase: LiveCase,
): Decided {
  switch (command.type) {
    case 'RespondToCase':
      return respond(command, serviceCase);
    case 'PauseClock':
      return pause(command, serviceCase);
    case 'ResumeClock':
      return resume(command, serviceCase);
    case 'ResolveCase':
      return resolve(command, serviceCase);
    case 'ReopenCase':
      return reopen(command, serviceCase);
    case 'MarkSlaBreached':
      return markBreached(command, serviceCase);
    default:
      return never(command);
  }
}

function open(command: Command.OpenCase, serviceCase: ServiceCase): Decided {
  if (serviceCase.stage !== 'none') {
    if (serviceCase.acts[command.act] === true) return [];
    return reject('case/already-opened', 'There is a case with this id.');
  }
  const refused = refuseOpening(command);
  if (refused !== undefined) return refused;
  const text = clearText(`case:${command.caseId}`, { ...command.words });
  const promised = { ...agreementOf(command), ...originOf(command) };
  return [{ type: 'CaseOpened', ...placed(command), ...promised, text }];
}

/** A response may come while the clock stands still; to a case that is over there is none. */
function respond(command: Command.RespondToCase, serviceCase: LiveCase): Decided {
  return serviceCase.respondedAt === null ? [responseOf(command, serviceCase)] : [];
}

function pause(command: Command.PauseClock, serviceCase: LiveCase): Decided {
  const { cause } = command;
  if (serviceCase.stage === 'resolved') return resolved();
  if (serviceCase.stage === 'paused') {
    if (serviceCase.pausedFor === cause) return [];
    const detail = `The clock stands still for "${serviceCase.pausedFor}". Resume it first.`;
    return reject('case/already-paused', detail, '/cause');
  }
  const refused = refuseText(cause, codeLengthMax, '/cause');
  return refused ?? [{ type: 'ClockPaused', ...placed(command), cause }];
}

function resume(command: Command.ResumeClock, serviceCase: LiveCase): Decided {
  if (serviceCase.stage === 'resolved') return resolved();
  if (serviceCase.stage === 'running') return [];
  return refuseRun(serviceCase) ?? [{ type: 'ClockResumed', ...placed(command) }];
}

/** What is resolved without a response before has its first response in that. */
function resolve(command: Command.ResolveCase, serviceCase: LiveCase): Decided {
  if (serviceCase.stage === 'resolved') return [];
  const reading = readingOf(serviceCase, 'resolution', command.at);
  const end: ServiceCaseFact = { type: 'CaseResolved', ...placed(command), reading };
  return serviceCase.respondedAt === null ? [responseOf(command, serviceCase), end] : [end];
}

function reopen(command: Command.ReopenCase, serviceCase: LiveCase): Decided {
  const { reason } = command;
  if (serviceCase.stage !== 'resolved') {
    return reject('case/not-resolved', 'The case is open; it is not reopened.');
  }
  const refused = refuseText(reason, reasonLengthMax, '/reason') ?? refuseRun(serviceCase);
  const text = clearText(`case:${serviceCase.caseId}`, { reason });
  return refused ?? [{ type: 'CaseReopened', ...placed(command), text }];
}

/**
 * A timer may be early, or come for a clock that was paused meanwhile: what the clock says at the
 * server's time decides. A clock breaches once, also when the case is reopened later; anew only
 * after it was corrected that it had.
 */
function markBreached(command: Command.MarkSlaBreached, serviceCase: LiveCase): Decided {
  const { clock, now, at } = command;
  if (serviceCase.breached.includes(clock)) return [];
  const due = dueAt(serviceCase, clock);
  if (due === null || !isOverdue(serviceCase, clock, now)) {
    const when = due === null ? 'It has time left, or none is promised.' : `It is due at ${due}.`;
    return reject('case/not-overdue', `The clock has not run out. ${when}`, '/clock');
  }
  if (at < due) {
    const detail = `The clock ran out at ${due}. Give that time or a later one.`;
    return reject('case/breached-before-due', detail, '/effectiveAt');
  }
  return [{ type: 'SlaBreached', ...placed(command), clock, ranOutAt: due }];
}

/**
 * What is entered late may tell that a clock did not run out when it seemed to. The breach stays as
 * it was recorded, and beside it, from the same command, that it was none.
 */
function corrections(
  before: LiveCase,
  facts: readonly ServiceCaseFact[],
): readonly ServiceCaseFact[] {
  const [first] = facts;
  const after = facts.reduce(evolveCase, before);
  if (first === undefined || after.stage === 'none') return [];
  const { act, caseId, at } = first;
  return before.breached.flatMap((clock): readonly ServiceCaseFact[] => {
    const ranOutAt = dueAt(before, clock);
    const stands = overdueAfter(after, clock) !== null && dueAt(after, clock) === ranOutAt;
    if (ranOutAt === null || stands) return [];
    return [{ type: 'SlaBreachCorrected', act, caseId, at, clock, ranOutAt }];
  });
}

function responseOf(command: Command.Asked, serviceCase: LiveCase): ServiceCaseFact {
  const reading = readingOf(serviceCase, 'firstResponse', command.at);
  return { type: 'CaseResponded', ...placed(command), reading };
}

function refuseRun({ runs }: LiveCase): Rejection | undefined {
  if (runs.length < runsMax) return undefined;
  return reject('case/too-many-runs', `The clock runs at most ${runsMax} times; open a new case.`);
}

function placed({ act, caseId, at }: Command.Asked) {
  return { act, caseId, at };
}
