export type { AccessPublished } from './access.ts';
export type { DirectoryPublished } from './directory.ts';
export type { FeedbackPublished } from './feedback.ts';
export type { GoalsPublished, PublishedMeasure, PublishedPeriod } from './goals.ts';
