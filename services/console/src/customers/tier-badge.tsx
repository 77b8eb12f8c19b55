import type { SatisfactionLine } from '../api/types.ts';
import classes from './customers.module.css';
import { tierMeanings, tierTexts } from './satisfaction-text.ts';

/** How far a figure can be relied on, in a word; firm ones need none. */
export function TierBadge({ tier }: Pick<SatisfactionLine, 'tier'>) {
  if (tier === 'firm') return null;
  return (
    <span className={classes.tier} data-tier={tier} title={tierMeanings[tier]}>
      {tierTexts[tier]}
    </span>
  );
}
