import { withRefs } from '@plumbline/views';
import type { CalibrationFigures } from '../calibration.figures.ts';
import type { SeenSession } from '../calibration.queries.ts';
import type { CalibrationRow } from '../views/calibration-row.ts';

/**
 * View documents as readers see them, with references for what was written. Who reads figures
 * alone is told how much there is, and nothing of who said or was called what.
 */
export function sessionDetail({ sheet, isWhole, proposals, revision }: SeenSession) {
  const { sessionId: id, cycleId, title, stage, moderator, members, subjects } = sheet;
  const { convenedAt, convenedBy, lockedAt, closing, changes } = sheet;
  const counts = {
    ...{ id, cycleId, stage, reviews: subjects.length, proposals },
    ...{ convenedAt, lockedAt, revision },
  };
  if (!isWhole) return { ...counts, ...unnamed };
  const session = { ...counts, title, moderator, members, convenedBy, closing, changes };
  return withRefs(session, sheet.texts);
}

const nobody = { moderator: null, members: [], convenedBy: null };
const unnamed = { title: null, ...nobody, closing: null, changes: [] };

/** One review as its session sees it: before, what is proposed, and after. */
export function boardRow(row: CalibrationRow, sessionId: string) {
  const { reviewId, subject, manager, score, end } = row;
  const entry = row.entered[sessionId];
  const proposals = row.proposals
    .filter((one) => one.sessionId === sessionId)
    .map(({ adjustmentId: id, sessionId: _, ...proposal }) => ({ id, ...proposal }));
  const before = entry?.rating ?? null;
  const shown = {
    ...{ reviewId, subject, manager, end, isIn: entry !== undefined },
    evidence: Object.entries(row.evidence).map(([source, streams]) => ({ source, streams })),
    score: score === null ? null : { total: score.total, scale: score.scale, parts: score.parts },
    ...{ before, after: afterOf(row, sessionId) ?? before, proposals },
  };
  return withRefs(shown, row.texts);
}

/** What the session has made of the rating so far. */
function afterOf({ decisions }: CalibrationRow, sessionId: string): number | undefined {
  return decisions.findLast((one) => one.stage === 'calibrated' && one.sessionId === sessionId)?.to;
}

export function figuresDetail(figures: CalibrationFigures, instead: string | undefined) {
  const { n, unrated, scale, waterfall: steps, groups, reviews } = figures;
  return {
    ...{ scenario: instead ?? null, n, unrated, scale, waterfall: steps, groups, reviews },
  };
}
