import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { HistoryItem } from '../api/types.ts';
import { ActorName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { changesOf, factTitle, type ChangeText, type Names } from '../text/history.ts';
import { instantText } from '../text/times.ts';
import classes from './timeline.module.css';

/** Entries drawn at first; a long history is asked for, so that the page stays quick. */
const entriesShown = 60;
/** A draft sets everything at once; beyond so many, the rest is folded away. */
const changesShown = 8;

interface TimelineProps {
  /** In the order in which they were recorded. */
  readonly items: readonly HistoryItem[];
  readonly names: Names;
  /** The facts that were there at the shown instant; undefined: all. */
  readonly there: ReadonlySet<string> | undefined;
  readonly onShow: (item: HistoryItem) => void;
}

export function Timeline({ items, names, there, onShow }: TimelineProps) {
  const [all, setAll] = useState(false);
  const newestFirst = items.toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, entriesShown);
  return (
    <section aria-labelledby="history-title" className={classes.section}>
      <Title order={2} size="h4" id="history-title">
        History{' '}
        <span className={classes.count}>
          {items.length} {items.length === 1 ? 'fact' : 'facts'}, newest first
        </span>
      </Title>
      <ol className={classes.list} reversed>
        {shown.map((item) => (
          <Entry
            key={item.factId}
            item={item}
            names={names}
            later={there !== undefined && !there.has(item.factId)}
            onShow={onShow}
          />
        ))}
      </ol>
      {shown.length === items.length ? null : (
        <Button variant="default" size="xs" onClick={() => setAll(true)}>
          Show the {items.length - shown.length} earlier
        </Button>
      )}
    </section>
  );
}

interface EntryProps extends Pick<TimelineProps, 'names' | 'onShow'> {
  readonly item: HistoryItem;
  readonly later: boolean;
}

function Entry({ item, names, later, onShow }: EntryProps) {
  const { type, by, reason, recordedAt, effectiveAt, position } = item;
  return (
    <li className={classes.entry} data-later={later || undefined}>
      <div className={classes.head}>
        <span className={classes.what}>{factTitle(type)}</span>
        <span className={classes.who}>
          by <ActorName by={by} />
        </span>
        {later ? <span className={classes.later}>came later</span> : null}
        <Button
          size="compact-xs"
          variant="subtle"
          className={classes.show}
          aria-label={`Show then: ${factTitle(type)}, ${instantText(recordedAt)}`}
          onClick={() => onShow(item)}
        >
          Show then
        </Button>
      </div>
      <Changes item={item} names={names} />
      {reason === null ? null : (
        <p className={classes.why}>
          Why: <Said text={reason} />
        </p>
      )}
      <RecordedAt recordedAt={recordedAt} effectiveAt={effectiveAt} position={position} />
    </li>
  );
}

type RecordedProps = Pick<HistoryItem, 'recordedAt' | 'effectiveAt' | 'position'>;

/** When it was recorded and, where that is another time, since when it holds. */
export function RecordedAt({ recordedAt, effectiveAt, position }: RecordedProps) {
  return (
    <p className={classes.when}>
      Recorded <time dateTime={recordedAt}>{instantText(recordedAt)}</time>
      {sameSecond(recordedAt, effectiveAt) ? null : (
        <>
          {' · effective '}
          <time dateTime={effectiveAt}>{instantText(effectiveAt)}</time>
        </>
      )}
      {` · position ${position}`}
    </p>
  );
}

function Changes({ item, names }: Pick<EntryProps, 'item' | 'names'>) {
  const changes = changesOf(item, names);
  if (changes.length === 0) return null;
  const few = changes.length <= changesShown ? changes : changes.slice(0, changesShown - 2);
  const rest = changes.slice(few.length);
  return (
    <div className={classes.changes}>
      <ChangeList changes={few} />
      {rest.length === 0 ? null : (
        <details className={classes.rest}>
          <summary>and {rest.length} more</summary>
          <ChangeList changes={rest} />
        </details>
      )}
    </div>
  );
}

/** What was and what is, side by side. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeText[] }) {
  return (
    <dl className={classes.changeList}>
      {changes.map(({ label, before, after }) => (
        <div key={label} className={classes.change}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>
            {before === null ? null : (
              <>
                <del className={classes.before}>
                  <Said text={before} />
                </del>
                <span aria-label="became"> → </span>
              </>
            )}
            {after === null ? (
              <em>{before === null ? 'erased' : 'gone'}</em>
            ) : (
              <span className={classes.after}>
                <Said text={after} />
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sameSecond(one: string, other: string): boolean {
  return one.slice(0, 19) === other.slice(0, 19);
}
