import type { CommandContext } from '@plumbline/event-log';
import { isDay, readInstant, toInstant, type Clock, type Instant } from '@plumbline/kernel';
import { commandContext, ifMatchOf } from './command.ts';
import type { Exchange } from './exchange.ts';
import type { Principal } from './principal.ts';
import { ProblemError } from './problem.ts';

/** How far a caller's clock may run ahead of the server's. */
export const clockSkewMsMax = 5 * 60_000;

/** Who calls, and for whom. */
export interface Caller extends Principal {
  readonly onBehalfOf?: string;
}

export function callerOf({ by, onBehalfOf }: Exchange): Caller {
  return onBehalfOf === undefined ? by : { ...by, onBehalfOf };
}

/** The person whose own records a caller makes: their own, or those of whom they stand in for. */
export function selfOf({ sub, onBehalfOf }: Caller): string {
  return `person:${onBehalfOf ?? sub}`;
}

/** Who asks, and whom they stand in for: those from whom own records may be kept. */
export function askersOf({ sub, onBehalfOf = sub }: Caller): readonly string[] {
  return [...new Set([sub, onBehalfOf])];
}

/** What every command of a request starts from. */
export interface Asked {
  readonly act: string;
  readonly at: Instant;
  readonly now: Instant;
  readonly by: Caller;
  readonly context: CommandContext;
  readonly ifMatch: number | undefined;
}

export function asked(
  exchange: Exchange,
  clock: Clock,
  body: { readonly effectiveAt?: string },
): Asked {
  const { request } = exchange;
  const by = callerOf(exchange);
  const now = toInstant(clock.now());
  const at = effectiveAtOf(body.effectiveAt, now);
  const context = commandContext(request, by, { effectiveAt: at });
  return { act: context.commandId, at, now, by, context, ifMatch: ifMatchOf(request) };
}

/**
 * The instant that a caller gave, or now. Today, as a day, means now rather than midnight to
 * come; what lies further ahead than a clock may be wrong is refused: facts are of the past.
 */
export function effectiveAtOf(text: string | undefined, now: Instant): Instant {
  if (text === undefined || (isDay(text) && now.startsWith(text))) return now;
  const at = readInstant(text) ?? now;
  if (Date.parse(at) <= Date.parse(now) + clockSkewMsMax) return at;
  const remedy = 'Give a time that has come; facts are recorded of what is, not of what will be.';
  throw new ProblemError('time/in-the-future', remedy, [
    { field: '/effectiveAt', rule: 'time/in-the-future', remedy },
  ]);
}
