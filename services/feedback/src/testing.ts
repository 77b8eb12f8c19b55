/** What tests of other services play: the company, responses of customers, late cases, surveys. */
export { SlaBreaches } from './cases.breaches.ts';
export type { CustomerResponseCommand } from './customer-response/customer-response.commands.ts';
export { customerResponseDecider } from './customer-response/customer-response.decide.ts';
export * as responseHistories from './customer-response/customer-response.histories.ts';
export { holderOf } from './customer-response/customer-response.shares.ts';
export { hasOpenDispute } from './customer-response/customer-response.ts';
export type { CustomerResponseFact, KnownResponse } from './customer-response/customer-response.ts';
export { publishOfCustomers } from './customers.publish.ts';
export { feedbackOpenApi } from './feedback.openapi.ts';
export { blindedTicket } from './surveys.client.testing.ts';
export { feedbackApp, type Beside, type Body, type Caller } from './feedback.testing.ts';
export { codeOf, company, idOf, type Company } from './http/company.testing.ts';
export { askedCompany, byLink, people, survey, surveysIn } from './http/surveys.company.testing.ts';
export type { Asked } from './http/surveys.company.testing.ts';
export { played, recordedFact, statesOf } from './views/responses.testing.ts';
