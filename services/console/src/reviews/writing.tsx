import { Alert, Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { draftQuery } from '../api/review-queries.ts';
import type { Review, ReviewDraft, ReviewTemplateVersion } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { CommandForm, useProblemAt } from '../forms/command-form.tsx';
import { Said } from '../parts/said.tsx';
import { Awaited, Failure } from '../parts/states.tsx';
import { useSelf } from '../team/use-self.ts';
import { anchorsOf, givenOf, itemsOf, missingIn, nothingTyped } from '../text/reviews.ts';
import { roleTexts, typedOf, wordOf } from '../text/reviews.ts';
import type { Item, ReviewRole, TypedSection } from '../text/reviews.ts';
import { instantText } from '../text/times.ts';
import { keptDraft } from './kept-draft.ts';
import ownClasses from './reviews.module.css';
import { useDraft, type Drafting } from './use-draft.ts';

interface WritingProps {
  readonly review: Review;
  readonly template: ReviewTemplateVersion;
  readonly role: ReviewRole;
  readonly me: string;
}

/** The own section: a draft that is saved while it is typed, until it is submitted. */
export function Writing(props: WritingProps) {
  const { review } = props;
  const draft = useQuery({ ...draftQuery(review.id), staleTime: Infinity });
  if (draft.isPending) return <Awaited what="your draft" error={draft.failureReason} />;
  if (draft.isError) return <Failure error={draft.error} reset={() => void draft.refetch()} />;
  return <Section {...props} draft={draft.data} />;
}

function Section({ review, template, role, me, draft }: WritingProps & Drafted) {
  const { own } = useSelf();
  const submitted = review.sections.find((one) => one.role === role && one.author === me);
  const [begun] = useState(() =>
    begunWith(draft, submitted, keptDraft(sessionStorage, own, review.id)),
  );
  const drafting = useDraft(review.id, own, begun);
  const [done, setDone] = useState('');
  const { typed, state } = drafting;
  const items = itemsOf(template, role);
  const label = (item: Item) => wordOf(template, `item.${item.id}`, navigator.language) ?? item.id;
  return (
    <section className={classes.section} aria-label="Your part">
      <CommandForm
        title={roleTexts[role]}
        submit={submitted === undefined ? 'Submit it' : 'Submit it anew'}
        cancel="Save the draft"
        onDone={() => {
          drafting.forget();
          setDone('It is submitted. Until ratings are compared, it can be submitted anew.');
        }}
        onCancel={drafting.saveNow}
        build={() => {
          setDone('');
          const missing = missingIn(items, typed);
          if (missing.length > 0) {
            return missing.map((item) => ({
              ...{ field: pointerOf(item), rule: 'form' },
              remedy: `${label(item)}: please answer it.`,
            }));
          }
          const body = { role, ...givenOf(typed) };
          return { do: 'submit-section', reviewId: review.id, body };
        }}
      >
        {items.map((item) => (
          <Answer
            key={item.id}
            item={item}
            label={label(item)}
            template={template}
            typed={typed}
            onType={drafting.type}
          />
        ))}
        {state.kind === 'conflict' ? (
          <Conflict drafting={drafting} items={items} label={label} />
        ) : null}
      </CommandForm>
      <p role="status" className={classes.dim}>
        {done === '' ? stateText(drafting) : done}
      </p>
    </section>
  );
}

interface Drafted {
  readonly draft: ReviewDraft | null;
}

/** What this tab has, before what was saved, before what was submitted. */
function begunWith(
  draft: ReviewDraft | null,
  submitted: Review['sections'][number] | undefined,
  kept: ReturnType<typeof keptDraft>,
) {
  const saved = draft ?? submitted;
  const before = saved === undefined ? nothingTyped : typedOf(saved);
  return {
    ...{ typed: kept?.typed ?? before, saved: before },
    revision: kept === undefined ? (draft?.revision ?? null) : kept.revision,
    savedAt: draft?.savedAt ?? null,
  };
}

function stateText({ state }: Drafting): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? '' : `Your draft is saved, as of ${instantText(state.at)}.`;
    case 'typing':
      return 'Not saved yet; it is kept in this tab.';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved: ${state.detail} It is kept in this tab.`;
    case 'conflict':
      return 'Not saved: your draft was saved elsewhere meanwhile.';
  }
}

interface AnswerProps {
  readonly item: Item;
  readonly label: string;
  readonly template: ReviewTemplateVersion;
  readonly typed: TypedSection;
  readonly onType: (typed: TypedSection) => void;
}

const pointerOf = ({ id, kind }: Item) => `/${kind === 'rating' ? 'ratings' : 'texts'}/${id}`;

function Answer({ item, label, template, typed, onType }: AnswerProps) {
  const { id, kind, required } = item;
  const error = useProblemAt(pointerOf(item));
  const common = { label, withAsterisk: required, error };
  if (kind === 'text') {
    return (
      <Textarea
        {...common}
        rows={5}
        value={typed.texts[id] ?? ''}
        onChange={(event) => {
          onType({ ...typed, texts: { ...typed.texts, [id]: event.currentTarget.value } });
        }}
      />
    );
  }
  const anchors = anchorsOf(template, navigator.language).map(({ rating, label: text }) => {
    return { value: String(rating), label: text };
  });
  return (
    <NativeSelect
      {...common}
      data={[{ value: '', label: 'No answer' }, ...anchors]}
      value={typed.ratings[id] ?? ''}
      onChange={(event) => {
        onType({ ...typed, ratings: { ...typed.ratings, [id]: event.currentTarget.value } });
      }}
    />
  );
}

interface ConflictProps {
  readonly drafting: Drafting;
  readonly items: readonly Item[];
  readonly label: (item: Item) => string;
}

/** Both are there, and one is chosen: neither is lost, as every draft that was saved is kept. */
function Conflict({ drafting, items, label }: ConflictProps) {
  const { state } = drafting;
  if (state.kind !== 'conflict') return null;
  const { other } = state;
  return (
    <Alert role="alert" color="yellow" variant="light" title="Your draft was saved elsewhere">
      {other === null ? null : (
        <>
          <p className={ownClasses.other}>As of {instantText(other.savedAt)} it reads:</p>
          <dl className={ownClasses.answers}>
            {items.map((item) => (
              <div key={item.id}>
                <dt>{label(item)}</dt>
                <dd>
                  <Said text={answerIn(other, item)} missing="no answer" block />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Group gap="xs">
        <Button size="xs" onClick={drafting.keepMine}>
          Keep what is typed here
        </Button>
        {other === null ? null : (
          <Button size="xs" variant="default" onClick={drafting.takeOther}>
            Take the other one
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function answerIn({ ratings, texts }: ReviewDraft, { id, kind }: Item): string | null {
  if (kind === 'text') return texts[id] ?? null;
  const rating = ratings.find(({ item }) => item === id)?.rating;
  return rating === undefined ? null : String(rating / 1_000_000);
}
