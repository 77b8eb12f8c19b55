import { isClear, type Actor, type EpochMs, type Instant, type Recorded } from '@plumbline/kernel';
import { quote, said, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { isProgrammeFact } from '../recognition.facts.ts';
import { termsOf, type ProgrammeFact, type Terms } from '../recognition/programme.ts';

/** The reward programme as it holds, with the names of all that there ever was in it. */
export interface ProgrammeSheet extends Terms, Quoting {
  readonly programmeId: string;
  /** By field, as in `value.care` and `reward.mug`; of what is withdrawn as well. */
  readonly names: Readonly<Record<string, Said>>;
  readonly definedAt: Instant;
  readonly alteredAt: Instant;
  readonly revisions: readonly RevisionLine[];
  readonly revision: number;
}

export interface RevisionLine {
  readonly at: Instant;
  readonly recordedAt: EpochMs;
  readonly by: Actor;
  readonly before: Terms;
  readonly reason: Said | null;
}

export const programmeSheet: View<ProgrammeSheet, FeedbackFact> = {
  name: 'programme-sheet',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isProgrammeFact(fact) ? [fact.programmeId] : []),
  fold: (sheet, recorded) => {
    return isProgrammeFact(recorded.fact)
      ? foldProgramme(sheet, recorded as Recorded<ProgrammeFact>)
      : sheet;
  },
  index: () => ({}),
};

function foldProgramme(
  sheet: ProgrammeSheet | undefined,
  recorded: Recorded<ProgrammeFact>,
): ProgrammeSheet {
  const { fact, id, revision } = recorded;
  const { names = {}, texts = {}, revisions = [], definedAt = fact.at } = sheet ?? {};
  return {
    programmeId: fact.programmeId,
    ...termsOf(fact),
    names: { ...names, ...namesIn(recorded) },
    ...{ definedAt, alteredAt: fact.at, revision },
    revisions:
      fact.type === 'ProgrammeRevised' ? [...revisions, revisionOf(fact, recorded)] : revisions,
    texts: withText(texts, id, fact.text),
  };
}

function namesIn({ fact: { text }, id }: Recorded<ProgrammeFact>): Record<string, Said> {
  const fields = isClear(text) ? Object.keys(text.fields) : text.has;
  const names = fields.filter((field) => field !== 'reason');
  return Object.fromEntries(names.map((field) => [field, said(id, field)]));
}

function revisionOf(
  { at, before, text }: ProgrammeFact & { type: 'ProgrammeRevised' },
  { id, actor: by, recordedAt }: Recorded<ProgrammeFact>,
): RevisionLine {
  return { at, recordedAt, by, before, reason: quote(id, text, 'reason') };
}
