import type { Service } from '@plumbline/platform';

/** Every service that there is: all of them run in this process. */
export async function services(): Promise<readonly Service[]> {
  const [
    { analyticsService },
    { directoryService },
    { feedbackService },
    { goalsService },
    { reviewsService },
  ] = await Promise.all([
    import('@plumbline/analytics'),
    import('@plumbline/directory'),
    import('@plumbline/feedback'),
    import('@plumbline/goals'),
    import('@plumbline/reviews'),
  ]);
  return [directoryService, goalsService, feedbackService, analyticsService, reviewsService];
}
