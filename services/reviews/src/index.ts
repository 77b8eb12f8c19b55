export { reviewsService } from './reviews.service.ts';
export { ReviewsModule } from './reviews.module.ts';
export { reviewsParts } from './reviews.parts.ts';
export type { ReviewsPorts } from './reviews.ports.ts';
