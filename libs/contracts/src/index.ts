export type { AccessPublished } from './access.ts';
export type { AnalyticsPublished } from './analytics.ts';
export type { DirectoryPublished } from './directory.ts';
export type { FeedbackPublished } from './feedback.ts';
export type { GoalsPublished, PublishedMeasure, PublishedPeriod } from './goals.ts';
export type { ReviewsCounted, ReviewsPublished } from './reviews.ts';

/** The facts that a context publishes as one type, told apart by their names. */
export type FactOf<Context> = {
  readonly [Type in keyof Context]: { readonly type: Type; readonly data: Context[Type] };
}[keyof Context];
