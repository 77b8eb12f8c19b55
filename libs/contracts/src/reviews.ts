import { cyclesSchemas } from './reviews.cycles.ts';
import { pastSchemas } from './reviews.past.ts';
import { reminderSchemas } from './reviews.reminders.ts';
import { resultSchemas, reviewSchemas, type countedSchemas } from './reviews.review.ts';
import { settingsSchemas } from './reviews.settings.ts';
import type { Schema, Shape } from './schema.ts';

/** The data of each fact that `reviews` publishes, by its type. */
export const reviewsSchemas = {
  ...settingsSchemas,
  ...cyclesSchemas,
  ...reviewSchemas,
  ...resultSchemas,
  ...pastSchemas,
  ...reminderSchemas,
} as const satisfies Readonly<Record<string, Schema>>;

/**
 * What `reviews` publishes: a contract with other services and other organisations. Within a
 * version it only grows; anything else is a new version. No free text and no names are in it;
 * people are their opaque subjects, and who wrote about a colleague is not in it at all.
 */
export type ReviewsPublished = {
  readonly [Type in keyof typeof reviewsSchemas]: Shape<(typeof reviewsSchemas)[Type]>;
};

/** What figures within an installation are counted from besides, and nobody outside is told. */
export type ReviewsCounted = {
  readonly [Type in keyof typeof countedSchemas]: Shape<(typeof countedSchemas)[Type]>;
};
