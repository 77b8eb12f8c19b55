export { feedbackService } from './feedback.service.ts';
export { FeedbackModule } from './feedback.module.ts';
export { feedbackParts } from './feedback.parts.ts';
export type { FeedbackPorts } from './feedback.ports.ts';
