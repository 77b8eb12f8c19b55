import type { components } from '../api.generated.ts';
import { answered, apiInPerson as api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done in a calibration session, each with the body that its route takes. */
export type CalibrationCommand =
  { readonly do: 'convene-session'; readonly body: Schemas['ConveneSessionDto'] } | OnSession;

type OnSession = { readonly sessionId: string } & (
  | { readonly do: 'propose-adjustment'; readonly body: Schemas['ProposeAdjustmentDto'] }
  | {
      readonly do: 'decide-adjustment';
      readonly adjustmentId: string;
      readonly body: Schemas['DecideAdjustmentDto'];
    }
  | { readonly do: 'add-members'; readonly body: Schemas['AddMembersDto'] }
  | { readonly do: 'excuse-member'; readonly body: Schemas['ExcuseMemberDto'] }
  | { readonly do: 'replace-moderator'; readonly body: Schemas['ReplaceModeratorDto'] }
  | { readonly do: 'lock-session'; readonly body: Schemas['LockSessionDto'] }
);

/**
 * Without the revision that was seen: many propose and decide at the same time, and what a proposal
 * stands upon is in it. One of a rating that has moved is refused.
 */
export async function sendOfCalibration(
  command: CalibrationCommand,
  key: string,
): Promise<Receipt> {
  if (command.do === 'convene-session') {
    const params = { header: { 'Idempotency-Key': key } };
    return answered(await api.POST('/calibration-sessions', { params, body: command.body }));
  }
  const { sessionId } = command;
  const params = { path: { sessionId }, header: { 'Idempotency-Key': key } };
  const at = '/calibration-sessions/{sessionId}';
  switch (command.do) {
    case 'propose-adjustment':
      return answered(await api.POST(`${at}/adjustments`, { params, body: command.body }));
    case 'decide-adjustment': {
      const path = { sessionId, adjustmentId: command.adjustmentId };
      const route = `${at}/adjustments/{adjustmentId}/decide` as const;
      return answered(await api.POST(route, { params: { ...params, path }, body: command.body }));
    }
    case 'add-members':
      return answered(await api.POST(`${at}/members`, { params, body: command.body }));
    case 'excuse-member':
      return answered(await api.POST(`${at}/excuse`, { params, body: command.body }));
    case 'replace-moderator':
      return answered(await api.POST(`${at}/moderator`, { params, body: command.body }));
    case 'lock-session':
      return answered(await api.POST(`${at}/lock`, { params, body: command.body }));
  }
}
