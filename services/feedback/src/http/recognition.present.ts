import { toInstant, type Instant } from '@plumbline/kernel';
import { withRefs } from '@plumbline/views';
import { allowanceLeft } from '../recognition/points.ts';
import type { PointsSheet } from '../views/points-account.ts';
import { trialBalanceOf, type LedgerMonth } from '../views/points-ledger.ts';
import type { ProgrammeSheet } from '../views/programme-sheet.ts';
import type { RecognitionLine } from '../views/recognition-wall.ts';
import type { RedemptionSheet } from '../views/redemption-sheet.ts';

/** Recognition and points as readers see them, with references for what was written. */
export function recognitionDetail(line: RecognitionLine) {
  const { recognitionId: id, giver, value, points, at, receivers, revision, texts } = line;
  const people = receivers.map(({ person }) => person);
  const notes = withRefs(
    receivers.map(({ note }) => note),
    texts,
  ) as readonly unknown[];
  return { id, giver, receivers: people, value, points, at, notes, revision };
}

/** Each receiver has a note of their own, all alike: one that is not erased is shown. */
export function withNote<Detail extends ReturnType<typeof recognitionDetail>>(revealed: Detail) {
  const { notes, ...detail } = revealed;
  return { ...detail, note: notes.find((note) => note !== null) ?? null };
}

export function programmeDetail(sheet: ProgrammeSheet) {
  const { programmeId: id, monthlyAllowance, pointsPerRecognitionMax, names } = sheet;
  const { definedAt, alteredAt, revisions, revision } = sheet;
  const detail = {
    id,
    values: sheet.values.map((value) => ({ id: value, name: names[`value.${value}`] ?? null })),
    ...{ monthlyAllowance, pointsPerRecognitionMax },
    rewards: sheet.rewards.map(({ id: reward, cost }) => {
      return { id: reward, name: names[`reward.${reward}`] ?? null, cost };
    }),
    ...{ withdrawn: withdrawnOf(sheet), definedAt, alteredAt },
    revisions: revisions.map((one) => ({ ...one, recordedAt: toInstant(one.recordedAt) })),
    revision,
  };
  return withRefs(detail, sheet.texts);
}

/** What there was, and is no more: old recognitions and redemptions can be read by it. */
function withdrawnOf({ names, values, rewards }: ProgrammeSheet) {
  const offered = new Set([
    ...values.map((id) => `value.${id}`),
    ...rewards.map(({ id }) => `reward.${id}`),
  ]);
  return Object.entries(names)
    .filter(([field]) => !offered.has(field))
    .map(([field, name]) => {
      const [kind = '', ...id] = field.split('.');
      return { kind, id: id.join('.'), name };
    });
}

/** `until`: at which instant it is asked what is left of the month. */
export function pointsDetail(
  sheet: PointsSheet,
  programme: ProgrammeSheet | undefined,
  until: Instant,
) {
  const { person, earned, pending, postings } = sheet;
  const monthly = programme?.monthlyAllowance ?? 0;
  return {
    person,
    allowance: {
      month: monthOf(sheet, until),
      left: allowanceLeft(sheet, until, monthly),
      of: monthly,
    },
    earned,
    pending: pending.map(({ redemptionId: id, ...one }) => ({ id, ...one })),
    postings: { n: postings.n, items: postings.newest },
  };
}

function monthOf({ seen }: PointsSheet, until: Instant): string {
  const month = until.slice(0, 7);
  return seen !== null && seen > month ? seen : month;
}

export function redemptionDetail(sheet: RedemptionSheet) {
  const { redemptionId: id, person, by, reward, cost, at, state, decided, revision } = sheet;
  return withRefs({ id, person, by, reward, cost, at, state, decided, revision }, sheet.texts);
}

/** The trial balance of all that there is, and what each month has turned over. */
export function ledgerBody(docs: readonly LedgerMonth[]) {
  const months = [...new Set(docs.map(({ month }) => month))].toSorted();
  return {
    ...trialBalanceOf(docs),
    months: months.map((month) => {
      const { accounts, sum } = trialBalanceOf(docs.filter((one) => one.month === month));
      return { month, accounts, sum };
    }),
  };
}
