import { join } from 'node:path';
import { goldenContract } from '@plumbline/event-log/golden.contract';
import { newestVersions, reviewsCodec, type ReviewsFact } from './facts.ts';
import * as rulePack from './rule-pack/rule-pack.histories.ts';
import * as template from './template/template.histories.ts';

const examples: readonly ReviewsFact[] = [rulePack.published, template.published];

goldenContract({
  folder: join(__dirname, '../golden'),
  codec: reviewsCodec,
  newestVersions,
  examples,
});
