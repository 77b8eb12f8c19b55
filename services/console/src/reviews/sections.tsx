import type { Review, ReviewTemplateVersion } from '../api/types.ts';
import classes from '../feedback/feedback.module.css';
import { PersonLink } from '../parts/people.tsx';
import { Said } from '../parts/said.tsx';
import { ratingText } from '../text/calibration.ts';
import { itemsOf, sectionTexts, wordOf } from '../text/reviews.ts';
import { instantText } from '../text/times.ts';
import ownClasses from './reviews.module.css';

interface SectionsProps {
  readonly review: Review;
  readonly template: ReviewTemplateVersion;
}

const withheldTexts: Readonly<Record<string, string>> = {
  'too-few': 'fewer have written than were promised to be among',
  'not-all-in': 'not all who were asked have written yet',
  'not-alike': 'what not all of them have answered would tell who they are',
};

/** What was written, as far as one may see it. */
export function Sections({ review, template }: SectionsProps) {
  const { sections, withheld } = review;
  if (sections.length === 0 && withheld.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="written-title">
      <h2 id="written-title" className={classes.title}>
        What was written
      </h2>
      <ul className={classes.list} aria-label="Sections">
        {sections.map((section, at) => (
          <li key={`${section.role} ${section.author ?? at}`} className={classes.entry}>
            <Written section={section} template={template} />
          </li>
        ))}
      </ul>
      {withheld.map(({ role, why }) => (
        <p key={role} className={classes.dim}>
          {sectionTexts[role]}: not shown, as {withheldTexts[why] ?? why}.
        </p>
      ))}
    </section>
  );
}

type Section = Review['sections'][number];

function Written({ section, template }: { section: Section; template: ReviewTemplateVersion }) {
  const { role, author, at, ratings, texts } = section;
  const items = role === 'other' ? [] : itemsOf(template, role);
  const named = new Map(
    items.map(({ id }) => [id, wordOf(template, `item.${id}`, navigator.language)]),
  );
  const ids = [...new Set([...items.map(({ id }) => id), ...Object.keys(texts)])];
  const answerOf = (id: string) => {
    const rating = ratings.find(({ item }) => item === id)?.rating;
    return rating === undefined ? texts[id] : ratingText(rating);
  };
  return (
    <article>
      <p className={classes.entryHead}>
        <strong>{sectionTexts[role]}</strong>
        <span>{author === null ? 'without a name' : <PersonLink person={author} />}</span>
        <span className={classes.dim}>{at === null ? '' : instantText(at)}</span>
      </p>
      <dl className={ownClasses.answers}>
        {ids.map((id) => {
          const answer = answerOf(id);
          if (answer === undefined) return null;
          return (
            <div key={id}>
              <dt>
                <Said text={named.get(id) ?? id} />
              </dt>
              <dd>
                <Said text={answer} missing="the words were erased" block />
              </dd>
            </div>
          );
        })}
      </dl>
    </article>
  );
}
