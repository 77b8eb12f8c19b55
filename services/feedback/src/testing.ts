/** What tests of other services play: customers' responses as they are decided and published. */
export type { CustomerResponseCommand } from './customer-response/customer-response.commands.ts';
export { customerResponseDecider } from './customer-response/customer-response.decide.ts';
export * as responseHistories from './customer-response/customer-response.histories.ts';
export { holderOf } from './customer-response/customer-response.shares.ts';
export { hasOpenDispute } from './customer-response/customer-response.ts';
export type { CustomerResponseFact, KnownResponse } from './customer-response/customer-response.ts';
export { publishOfCustomers } from './customers.publish.ts';
export type { Body, Caller } from './feedback.testing.ts';
export { codeOf, company, type Company } from './http/company.testing.ts';
export { played, recordedFact, statesOf } from './views/responses.testing.ts';
