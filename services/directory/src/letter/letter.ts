import type { Decider, Decision, Instant } from '@plumbline/kernel';

/**
 * One mail to one person, by the fact that it passes on. This is a storage contract: a change of
 * meaning is a new version. An attempt is recorded before anything is sent: where a process ends
 * in the middle, whether the mail was taken is known to nobody, and it is not sent again.
 */
export type LetterFact =
  | (Act & { type: 'LetterAttempted'; to: string; attempt: number })
  | (Act & { type: 'LetterDeferred'; code: string })
  | (Act & { type: 'LetterSettled'; to: string; outcome: LetterOutcome; code: string | null });

export type LetterCommand =
  | (Act & { type: 'AttemptLetter'; to: string })
  | (Act & { type: 'DeferLetter'; code: string })
  | (Act & { type: 'SettleLetter'; to: string; outcome: LetterOutcome; code: string | null });

/** `unknown`: the connection broke when it may have been taken. */
export type LetterOutcome = 'sent' | 'refused' | 'unknown' | 'no-address' | 'too-late';

interface Act {
  readonly act: string;
  readonly letter: string;
  readonly at: Instant;
}

export type Letter =
  | { readonly stage: 'none'; readonly attempt: 0 }
  | { readonly stage: 'attempted' | 'deferred' | 'settled'; readonly attempt: number };

export const letterDecider: Decider<LetterCommand, Letter, LetterFact> = {
  initial: { stage: 'none', attempt: 0 },
  evolve: evolveLetter,
  decide: decideLetter,
};

function evolveLetter(letter: Letter, fact: LetterFact): Letter {
  switch (fact.type) {
    case 'LetterAttempted':
      return { stage: 'attempted', attempt: fact.attempt };
    case 'LetterDeferred':
      return { stage: 'deferred', attempt: letter.attempt };
    case 'LetterSettled':
      return { stage: 'settled', attempt: letter.attempt };
  }
}

/** What is out of turn decides nothing: it is a redelivery, or another process was first. */
function decideLetter(command: LetterCommand, letter: Letter): Decision<LetterFact> {
  const { act, letter: id, at } = command;
  switch (command.type) {
    case 'AttemptLetter': {
      if (!isToSend(letter)) return [];
      const { to } = command;
      return [{ type: 'LetterAttempted', act, letter: id, at, to, attempt: letter.attempt + 1 }];
    }
    case 'DeferLetter': {
      if (letter.stage !== 'attempted') return [];
      return [{ type: 'LetterDeferred', act, letter: id, at, code: command.code }];
    }
    case 'SettleLetter': {
      if (letter.stage === 'settled') return [];
      const { to, outcome, code } = command;
      return [{ type: 'LetterSettled', act, letter: id, at, to, outcome, code }];
    }
  }
}

/** Whether it may be tried: never begun, or known not to have been taken. */
export function isToSend({ stage }: Letter): boolean {
  return stage === 'none' || stage === 'deferred';
}
