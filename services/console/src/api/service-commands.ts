import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done for customers: about their cases and about what they have answered. */
export type ServiceCommand =
  | { readonly do: 'open-case'; readonly body: Schemas['OpenCaseDto'] }
  | { readonly do: 'define-service-level'; readonly body: Schemas['DefineServiceLevelDto'] }
  | (Revised & {
      readonly do: 'revise-service-level';
      readonly serviceLevelId: string;
      readonly body: Schemas['ReviseServiceLevelDto'];
    })
  | OnCase
  | OnResponse;

type OnCase = Revised & { readonly caseId: string } & (
    | { readonly do: 'respond-to-case'; readonly body: Schemas['CaseChangeDto'] }
    | { readonly do: 'pause-case'; readonly body: Schemas['PauseCaseDto'] }
    | { readonly do: 'resume-case'; readonly body: Schemas['CaseChangeDto'] }
    | { readonly do: 'resolve-case'; readonly body: Schemas['CaseChangeDto'] }
    | { readonly do: 'reopen-case'; readonly body: Schemas['ReopenCaseDto'] }
  );

type OnResponse = Revised & { readonly responseId: string } & (
    | { readonly do: 'close-loop'; readonly body: Schemas['CloseLoopDto'] }
    | { readonly do: 'dispute-share'; readonly body: Schemas['DisputeAttributionDto'] }
    | { readonly do: 'withdraw-response'; readonly body: Schemas['WithdrawResponseDto'] }
  );

interface Revised {
  /** The revision that the person saw. Another one there is a conflict, and is shown. */
  readonly revision: number;
}

export async function sendOfService(command: ServiceCommand, key: string): Promise<Receipt> {
  const idempotency = { 'Idempotency-Key': key };
  if (command.do === 'open-case') {
    const params = { header: idempotency };
    return answered(await api.POST('/cases', { params, body: command.body }));
  }
  if (command.do === 'define-service-level') {
    const params = { header: idempotency };
    return answered(await api.POST('/service-levels', { params, body: command.body }));
  }
  const header = { ...idempotency, 'If-Match': `"${command.revision}"` };
  if ('serviceLevelId' in command) {
    const params = { path: { serviceLevelId: command.serviceLevelId }, header };
    const route = '/service-levels/{serviceLevelId}/revise';
    return answered(await api.POST(route, { params, body: command.body }));
  }
  return 'caseId' in command ? sendOfCase(command, header) : sendOfResponse(command, header);
}

interface Header {
  readonly 'Idempotency-Key': string;
  readonly 'If-Match': string;
}

async function sendOfCase(command: OnCase, header: Header): Promise<Receipt> {
  const params = { path: { caseId: command.caseId }, header };
  switch (command.do) {
    case 'respond-to-case':
      return answered(await api.POST('/cases/{caseId}/respond', { params, body: command.body }));
    case 'pause-case':
      return answered(await api.POST('/cases/{caseId}/pause', { params, body: command.body }));
    case 'resume-case':
      return answered(await api.POST('/cases/{caseId}/resume', { params, body: command.body }));
    case 'resolve-case':
      return answered(await api.POST('/cases/{caseId}/resolve', { params, body: command.body }));
    case 'reopen-case':
      return answered(await api.POST('/cases/{caseId}/reopen', { params, body: command.body }));
  }
}

async function sendOfResponse(command: OnResponse, header: Header): Promise<Receipt> {
  const params = { path: { responseId: command.responseId }, header };
  const at = '/customer-responses/{responseId}';
  switch (command.do) {
    case 'close-loop':
      return answered(await api.POST(`${at}/close`, { params, body: command.body }));
    case 'dispute-share':
      return answered(await api.POST(`${at}/dispute`, { params, body: command.body }));
    case 'withdraw-response':
      return answered(await api.POST(`${at}/withdraw`, { params, body: command.body }));
  }
}
