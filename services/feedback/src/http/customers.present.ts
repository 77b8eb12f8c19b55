import { withRefs } from '@plumbline/views';
import type { ShownResponse } from '../customers.queries.ts';
import { loopOf, type DisputeLine } from '../views/response-sheet.ts';

/** A response as readers see it, with references for what was written. */
export function responseDetail({ sheet, disputesOf }: ShownResponse) {
  const { responseId: id, stage, recordedAt, comment, shares, loop, withdrawn, revision } = sheet;
  const { source, transaction, occurredOn, answeredAt, touchpoint, channel, location } = sheet;
  const detail = {
    ...{ id, stage, source, transaction, occurredOn, answeredAt, touchpoint, channel, location },
    ...{ answers: sheet.answers, weight: sheet.weight ?? null, comment, recordedAt },
    ...{ shares, attributions: sheet.attributions },
    disputes: sheet.disputes.map((one) => disputeOf(one, disputesOf.has(one.person))),
    ...{ loop: loop === null ? { state: loopOf(sheet) ?? null } : { state: 'closed', ...loop } },
    ...{ withdrawn, withdrawnBefore: sheet.withdrawnBefore, revision },
  };
  return withRefs(detail, sheet.texts);
}

/** What a dispute says is between who disputes and those who manage them. */
function disputeOf(line: DisputeLine, isSeen: boolean) {
  if (isSeen) return line;
  const { settled } = line;
  return { ...line, reason: null, settled: settled && { ...settled, reason: null } };
}
