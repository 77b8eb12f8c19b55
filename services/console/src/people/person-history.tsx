import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { personHistoryQuery } from '../api/people-queries.ts';
import type { PersonHistoryItem } from '../api/types.ts';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Failure, Loading } from '../parts/states.tsx';
import { factTitle } from '../text/history.ts';
import { toldOf } from '../text/person-history.ts';
import { instantText } from '../text/times.ts';
import classes from './people.module.css';

interface HistoryProps {
  readonly person: string;
  readonly isOwn: boolean;
}

/** Asked for by a press: whoever reads the history of another leaves a record of it. */
export function PersonHistory({ person, isOwn }: HistoryProps) {
  const [wanted, setWanted] = useState(false);
  const found = useQuery({ ...personHistoryQuery(person), enabled: wanted });
  return (
    <section className={classes.section} aria-labelledby="history-title">
      <h2 id="history-title" className={classes.sectionTitle}>
        History
      </h2>
      {wanted ? null : (
        <>
          {isOwn ? null : (
            <p className={classes.dim}>The person can see that you have read their history.</p>
          )}
          <Button size="compact-sm" variant="default" onClick={() => setWanted(true)}>
            Show the history
          </Button>
        </>
      )}
      {wanted && found.isPending ? <Loading label="Loading the history…" /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      <ol className={classes.line} reversed>
        {(found.data ?? []).toReversed().map((item) => (
          <Entry key={item.factId} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ item }: { readonly item: PersonHistoryItem }) {
  const { type, by, recordedAt, words } = item;
  const reason = words['reason'];
  return (
    <li>
      <div className={classes.entryHead}>
        <strong>{factTitle(type)}</strong>
        <span className={classes.dim}>
          by <ActorName by={by} />, recorded {instantText(recordedAt)}
        </span>
      </div>
      <dl className={classes.told}>
        {toldOf(item).map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Said text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {reason === undefined ? null : (
        <p className={classes.dim}>
          Why: <Said text={reason} missing="erased" />
        </p>
      )}
    </li>
  );
}
