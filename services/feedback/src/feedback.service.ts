import { FeedbackModule } from './feedback.module.ts';
import { feedbackOpenApi } from './feedback.openapi.ts';
import { feedbackParts } from './feedback.parts.ts';
import type { FeedbackPorts } from './feedback.ports.ts';

/** What this service brings to a process, its own or one that it shares with others. */
export const feedbackService = {
  ...feedbackParts,
  module: (ports: FeedbackPorts) => FeedbackModule.with(ports),
  openApi: feedbackOpenApi,
};
