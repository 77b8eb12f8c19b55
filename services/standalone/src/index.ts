import type { Service } from '@plumbline/platform';

/** Every service that there is: all of them run in this process. */
export async function services(): Promise<readonly Service[]> {
  const [{ analyticsService }, { directoryService }, { feedbackService }, { goalsService }] =
    await Promise.all([
      import('@plumbline/analytics'),
      import('@plumbline/directory'),
      import('@plumbline/feedback'),
      import('@plumbline/goals'),
    ]);
  return [directoryService, goalsService, feedbackService, analyticsService];
}
