import { applyDecorators, Catch, Controller, UseFilters } from '@nestjs/common';
import type { RpcExceptionFilter } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Clock } from '@plumbline/kernel';
import { isObservable, lastValueFrom, throwError, type Observable } from 'rxjs';
import type { Desk, ParkedFacts } from './desk.ts';
import type { Feed, FeedPage, PublishedFact, Subscription } from './feed.ts';

export interface FeedStrategyOptions {
  /** Names who reads: the place in the stream and the parked facts are kept under it. */
  readonly group: string;
  readonly feed: Feed;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly retryMsFirst?: number;
  readonly onParked?: (entry: ParkedFacts) => void;
}

/** A handler that fails this often on a key's facts has them parked. */
export const handleAttemptsMax = 5;
export const retryMsFirstDefault = 50;

/** Errors reach the strategy as they were thrown, not wrapped into a remote procedure's answer. */
@Catch()
class AsThrown implements RpcExceptionFilter {
  catch(cause: unknown): Observable<never> {
    return throwError(() => cause);
  }
}

/** A class of policies: its `@EventPattern` methods receive pages of published facts. */
export const Policies = (): ClassDecorator => applyDecorators(Controller(), UseFilters(AsThrown));

/**
 * Runs `@EventPattern` handlers over the stream port. A handler receives all facts of its pattern
 * in a page, in order. When it throws, the page is handed to it key by key, with bounded retries;
 * a key that still fails is parked with everything that comes after it, and the others go on.
 */
export class FeedStrategy extends Server implements CustomTransportStrategy {
  /** Nest leaves errors to the strategy, which waits for every handler. */
  override propagatesEventHandlerErrors = true;
  readonly #options: FeedStrategyOptions;
  readonly #parked = new Set<string>();
  #lastTurn: Promise<unknown> = Promise.resolve();
  #subscription: Subscription | undefined;

  constructor(options: FeedStrategyOptions) {
    super();
    this.#options = options;
  }

  get group(): string {
    return this.#options.group;
  }

  listen(started: (cause?: unknown) => void): void {
    const { group, feed, desk } = this.#options;
    desk.list(group).then((entries) => {
      for (const { key } of entries) this.#parked.add(key);
      const types = new Set(this.messageHandlers.keys());
      this.#subscription = feed.subscribe(
        group,
        (page) => this.#alone(() => this.#take(page)),
        types,
      );
      started();
    }, started);
  }

  /** Stops after the page in hand. */
  async close(): Promise<void> {
    await this.#subscription?.close();
  }

  on(): never {
    throw new Error('The feed has no events to listen to.');
  }

  unwrap<T>(): T {
    return this.#options.feed as T;
  }

  /** Hands parked facts to their handlers once more, in order, between two pages. */
  retry(key: string): Promise<{ readonly settled: boolean; readonly reason?: string }> {
    return this.#alone(() => this.#retry(key));
  }

  /**
   * Lets the key go on without its parked facts. `record` is given exactly what goes, before it
   * does: when it throws, nothing is discarded.
   */
  discard(key: string, record?: (entry: ParkedFacts) => Promise<void>): Promise<void> {
    const { group, desk } = this.#options;
    return this.#alone(async () => {
      const entry = (await desk.list(group)).find((one) => one.key === key);
      if (entry !== undefined) await record?.(entry);
      await desk.settle(group, key);
      this.#parked.delete(key);
    });
  }

  /**
   * One at a time: pages, retries and discards. A page that came in the middle of a retry would
   * park a fact behind those being retried, and it would be settled with them, unseen.
   */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#lastTurn.then(work, work);
    this.#lastTurn = mine.catch(() => undefined);
    return mine;
  }

  async #retry(key: string): Promise<{ readonly settled: boolean; readonly reason?: string }> {
    const { group, desk } = this.#options;
    const entry = (await desk.list(group)).find((one) => one.key === key);
    if (entry === undefined) return { settled: true };
    const failed = await this.#handleInOrder(entry.facts);
    if (failed === undefined) {
      await desk.settle(group, key);
      this.#parked.delete(key);
      return { settled: true };
    }
    const attempts = entry.attempts + 1;
    await desk.park({ ...entry, attempts, reason: failed.reason, facts: [] });
    return { settled: false, reason: failed.reason };
  }

  async #take({ facts }: FeedPage): Promise<void> {
    const wanted = facts.filter(({ type }) => this.messageHandlers.has(type));
    const free = wanted.filter(({ stream }) => !this.#parked.has(stream));
    for (const fact of wanted) {
      if (this.#parked.has(fact.stream)) await this.#park(fact.stream, [fact], undefined, 0);
    }
    if (await this.#handleTogether(free)) return;
    for (const [key, ofKey] of byStream(free)) await this.#handleKey(key, ofKey);
  }

  /** The common case: every handler gets the whole page. False when any of them threw. */
  async #handleTogether(facts: readonly PublishedFact[]): Promise<boolean> {
    try {
      for (const [type, ofType] of byType(facts)) await this.#call(type, ofType);
      return true;
    } catch {
      return false;
    }
  }

  async #handleKey(key: string, facts: readonly PublishedFact[]): Promise<void> {
    let pauseMs = this.#options.retryMsFirst ?? retryMsFirstDefault;
    let left = facts;
    for (let attempt = 1; ; attempt += 1) {
      const failed = await this.#handleInOrder(left);
      if (failed === undefined) return;
      left = left.slice(failed.index);
      if (attempt >= handleAttemptsMax) {
        await this.#park(key, left, failed.reason, attempt);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs *= 2;
    }
  }

  /** One fact after the other; what failed first, or nothing. */
  async #handleInOrder(facts: readonly PublishedFact[]) {
    for (const [index, fact] of facts.entries()) {
      try {
        await this.#call(fact.type, [fact]);
      } catch (cause) {
        const reason = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
        return { index, reason };
      }
    }
    return undefined;
  }

  async #call(type: string, facts: readonly PublishedFact[]): Promise<void> {
    const result: unknown = await this.messageHandlers.get(type)?.(facts, undefined);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }

  async #park(
    key: string,
    facts: readonly PublishedFact[],
    reason: string | undefined,
    attempts: number,
  ): Promise<void> {
    const { group, desk, clock, onParked } = this.#options;
    const why = reason ?? 'An earlier fact of this key is parked.';
    const entry = { group, key, reason: why, attempts, since: clock.now(), facts };
    await desk.park(entry);
    this.#parked.add(key);
    onParked?.(entry);
  }
}

const byStream = (facts: readonly PublishedFact[]) => grouped(facts, (fact) => fact.stream);

const byType = (facts: readonly PublishedFact[]) => grouped(facts, (fact) => fact.type);

/** Groups in the order in which they come up. */
function grouped(
  facts: readonly PublishedFact[],
  nameOf: (fact: PublishedFact) => string,
): Map<string, PublishedFact[]> {
  const groups = new Map<string, PublishedFact[]>();
  for (const fact of facts) groups.set(nameOf(fact), [...(groups.get(nameOf(fact)) ?? []), fact]);
  return groups;
}
