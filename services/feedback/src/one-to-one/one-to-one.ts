import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a meeting of two people: that it was held, what was on its agenda, and what
 * they agreed to do. This is a storage contract: a change of meaning is a new version.
 *
 * Private notes never enter a fact, and there is no field for them: whatever is here both of the
 * two may read. `act` is the id of the act that made the fact; the same act never decides twice.
 * `at` is when the fact holds in the world, `by` which of the two made it. An action is named by
 * the act that agreed it. Points, actions and reasons are in `text`.
 */
export type OneToOneFact =
  | (Act & { type: 'OneToOneHeld'; points: number; text: Text } & Meeting)
  | (Act & { type: 'OneToOneCorrected'; from: Day; to: Day; text: Text })
  | (Act & { type: 'ActionAgreed'; actionId: string; text: Text } & Agreed)
  | (Act & { type: 'ActionCompleted'; actionId: string })
  | (Act & { type: 'ActionDropped'; actionId: string; text: Text });

interface Act {
  readonly act: string;
  readonly oneToOneId: string;
  readonly at: Instant;
  readonly by: string;
}

export interface Meeting {
  readonly with: string;
  /** The one of the two whom the meeting is about; their key seals what was on its agenda. */
  readonly about: string;
  /** The day on which it was held. */
  readonly on: Day;
}

export interface Agreed {
  /** The one of the two who does it. */
  readonly owner: string;
  readonly due: Day;
}

export type OneToOne = { readonly stage: 'none' } | HeldOneToOne;

export interface HeldOneToOne {
  readonly stage: 'held';
  readonly oneToOneId: string;
  readonly people: readonly [string, string];
  readonly about: string;
  readonly on: Day;
  /** Since when the day reads as it does. */
  readonly daySince: Instant;
  readonly actions: readonly Action[];
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export interface Action extends Agreed {
  readonly actionId: string;
  readonly stage: 'open' | 'completed' | 'dropped';
  readonly agreedAt: Instant;
}

/** The field of the text that holds a point of the agenda, counted from 0. */
export function pointField(index: number): string {
  return `point.${index}`;
}

export const initialOneToOne: OneToOne = { stage: 'none' };

export function evolveOneToOne(meeting: OneToOne, fact: OneToOneFact): OneToOne {
  if (fact.type === 'OneToOneHeld') return held(fact);
  if (meeting.stage === 'none') return meeting;
  return { ...meeting, ...change(meeting, fact), acts: { ...meeting.acts, [fact.act]: true } };
}

function held(fact: OneToOneFact & { type: 'OneToOneHeld' }): HeldOneToOne {
  const { act, oneToOneId, at, by, about, on } = fact;
  return {
    ...{ stage: 'held', oneToOneId, people: [by, fact.with], about },
    ...{ on, daySince: at, actions: [], acts: { [act]: true } },
  };
}

function change(
  meeting: HeldOneToOne,
  fact: Exclude<OneToOneFact, { type: 'OneToOneHeld' }>,
): Partial<HeldOneToOne> {
  switch (fact.type) {
    case 'OneToOneCorrected': {
      const { at, to } = fact;
      return { on: to, daySince: at < meeting.daySince ? meeting.daySince : at };
    }
    case 'ActionAgreed': {
      const { actionId, owner, due, at } = fact;
      const action: Action = { actionId, owner, due, stage: 'open', agreedAt: at };
      return { actions: [...meeting.actions, action] };
    }
    case 'ActionCompleted':
      return { actions: ended(meeting, fact.actionId, 'completed') };
    case 'ActionDropped':
      return { actions: ended(meeting, fact.actionId, 'dropped') };
  }
}

function ended({ actions }: HeldOneToOne, id: string, stage: Action['stage']): readonly Action[] {
  return actions.map((one) => (one.actionId === id ? { ...one, stage } : one));
}
