import { projected } from '@plumbline/views';
import { reviewsCodec } from './facts.ts';
import { rulePackSheet, rulePackVersion } from './views/rule-pack-sheet.ts';
import { templateSheet, templateVersion } from './views/template-sheet.ts';

/** What the engine runs for templates and rule packs. */
export const settingsViews = [
  projected(rulePackSheet, reviewsCodec),
  projected(rulePackVersion, reviewsCodec),
  projected(templateSheet, reviewsCodec),
  projected(templateVersion, reviewsCodec),
];
