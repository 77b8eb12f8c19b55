/** What tests of other services play: a rule pack and a template that fit each other. */
export { yearlyPack, yearlyTemplate, yearlyWords } from './settings.examples.ts';
export { reviewsCodec, type ReviewsFact } from './facts.ts';
export { managerSection, peerSection, reviewedCompany } from './http/reviewing.testing.ts';
export type { ReviewedCompany } from './http/reviewing.testing.ts';
