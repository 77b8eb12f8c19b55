import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reviewQuery, storyQuery, templateQuery } from '../api/review-queries.ts';
import type { Review, ReviewStoryItem } from '../api/types.ts';
import { ChangeList, RecordedAt } from '../goal/timeline.tsx';
import classes from '../goal/timeline.module.css';
import { ActorName, PersonName } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { useNames } from '../parts/use-names.ts';
import { wordOf } from '../text/reviews.ts';
import { codesText, storyChange, storyPeople, storyTitle } from '../text/story.ts';
import type { StoryNames } from '../text/story.ts';
import { Printed } from './printed.tsx';

/** Everything that happened to a review, from its beginning, as far as it is for who reads. */
export function StoryPage() {
  const { reviewId } = useParams({ from: '/reviews/$reviewId/story' });
  const found = useQuery(reviewQuery(reviewId));
  return (
    <>
      <Title order={1} size="h2">
        The story of a review
      </Title>
      {found.isPending ? <Awaited what="the review" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : <Told review={found.data} />}
    </>
  );
}

function Told({ review }: { readonly review: Review }) {
  const { id: reviewId, subject, template: pin } = review;
  const found = useQuery(storyQuery(reviewId));
  const template = useQuery(templateQuery(pin)).data;
  const itemOf = (item: string) => {
    if (template === undefined) return item;
    return wordOf(template, `item.${item}`, navigator.language) ?? item;
  };
  const nameOf = useNames(storyPeople(found.data ?? []));
  return (
    <>
      <p>
        <Anchor
          renderRoot={(props) => <Link to="/reviews/$reviewId" params={{ reviewId }} {...props} />}
        >
          The review of <PersonName person={subject} />
        </Anchor>
      </p>
      <Printed reviewId={reviewId} />
      {found.isPending ? <Awaited what="the story" error={found.failureReason} /> : null}
      {found.isError ? <Failure error={found.error} reset={() => void found.refetch()} /> : null}
      <ol className={classes.list} aria-label="Everything that happened">
        {(found.data ?? []).map((item) => (
          <Item key={item.fact} item={item} names={{ itemOf, nameOf }} />
        ))}
      </ol>
    </>
  );
}

interface ItemProps {
  readonly item: ReviewStoryItem;
  readonly names: StoryNames;
}

function Item({ item, names }: ItemProps) {
  const { type, by, reason, changes, isWithheld } = item;
  const codes = codesText(item);
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <span className={classes.what}>{storyTitle(type)}</span>
        <span className={classes.who}>
          by <ActorName by={by} />
        </span>
      </div>
      {changes.length === 0 ? null : (
        <div className={classes.changes}>
          <ChangeList changes={changes.map((one) => storyChange(one, names))} />
        </div>
      )}
      {reason === null ? null : (
        <p className={classes.why}>
          Why: <Said text={reason} />
        </p>
      )}
      {codes === '' ? null : (
        <p className={classes.when}>
          <bdi>{codes}</bdi>
        </p>
      )}
      {isWithheld ? <p className={classes.when}>Something of it is not for you.</p> : null}
      <RecordedAt {...item} />
    </li>
  );
}
