import { Button } from '@mantine/core';
import { actFor } from '../behalf.ts';
import { Said } from '../parts/said.tsx';
import classes from './team.module.css';
import { useSelf } from './use-self.ts';

/** On every page as long as it lasts: nobody acts for another without seeing it. */
export function BehalfBanner() {
  const { own, behalf } = useSelf();
  return (
    <div role="status" aria-label="Standing in">
      {behalf === undefined ? null : (
        <div className={classes.banner}>
          <span>
            You act for{' '}
            <strong>
              <Said text={behalf} />
            </strong>
            . What you read and do is recorded with both names, <Said text={own} /> for{' '}
            <Said text={behalf} />.
          </span>
          <Button size="compact-sm" variant="default" onClick={() => actFor(undefined)}>
            Act for myself again
          </Button>
        </div>
      )}
    </div>
  );
}
