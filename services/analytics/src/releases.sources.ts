import { never, type Position, type Rejection } from '@plumbline/kernel';
import type { About, Action } from '@plumbline/organization';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { PlacedAnswer, Scope, Segments, SourceRef } from './metric-release/source.ts';
import { customerResponses } from './releases.customers.ts';
import { ratings } from './releases.ratings.ts';
import { surveys } from './releases.surveys.ts';

/** How one kind of source is opened, and who may do what with its releases. */
export interface SourceKind {
  /** Knows everything by a position, after waiting (bounded) until it does. */
  open(tenant: string, ref: SourceRef, until: Position): Promise<MetricSource | Rejection>;
  /** All that one must be permitted everywhere to release figures by these dimensions. */
  publish(dimensions: readonly string[]): readonly Action[];
  /** What somebody must be permitted beyond reading releases to see a figure. */
  see(of: Named): Asked | undefined;
  /** Who is told of which facts a figure is counted: who may read what it is of, one by one. */
  trace(of: Named): Asked;
}

interface Asked {
  readonly action: Action;
  readonly about: About;
}

/**
 * The answers of one source. An answer never changes what it says; where it counts may change, and
 * how that was at an earlier position can be asked at any later one.
 */
export interface MetricSource {
  /** By what its releases may be broken down. */
  readonly dimensions: readonly string[];
  /** What was promised to those who answered: nothing of fewer is shown. 0: nothing was. */
  readonly promised: number;
  /**
   * The answers that count in one scope at least, each once, and always in the same order. `after`
   * is the key of one: only those behind it are given.
   */
  answers(scopes: readonly Scope[], after?: string): AsyncIterable<KeyedAnswer>;
}

export interface KeyedAnswer extends PlacedAnswer {
  readonly key: string;
  /** The published facts that say so, as of the last scope; oldest first. */
  readonly facts: readonly FactRef[];
}

/** A published fact, as the stream of facts has it. */
export interface FactRef {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

/** The segments that a figure is of, by dimension; what is not there is not narrowed down. */
export type Named = ReadonlyMap<string, string>;

export function namedOf(dimensions: readonly string[], of: Segments): Named {
  return new Map(
    dimensions.flatMap((dimension, at) => {
      const segment = of[at] ?? null;
      return segment === null ? [] : [[dimension, segment] as const];
    }),
  );
}

export function kindOf(ports: AnalyticsPorts, ref: SourceRef): SourceKind {
  switch (ref.kind) {
    case 'customer-responses':
      return customerResponses(ports);
    case 'ratings':
      return ratings(ports, ref);
    case 'survey':
    case 'survey-participation':
      return surveys(ports, ref);
    default:
      return never(ref);
  }
}
