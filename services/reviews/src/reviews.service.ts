import { ReviewsModule } from './reviews.module.ts';
import { reviewsOpenApi } from './reviews.openapi.ts';
import { reviewsParts } from './reviews.parts.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/** What this service brings to a process, its own or one that it shares with others. */
export const reviewsService = {
  ...reviewsParts,
  module: (ports: ReviewsPorts) => ReviewsModule.with(ports),
  openApi: reviewsOpenApi,
};
