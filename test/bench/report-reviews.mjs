// What a review cycle costs, as Markdown; of several sizes, how each figure grows with them.
import { number, share, table } from './tables.mjs';

export function reviewsCurves(reviews) {
  return [
    grown(reviews, writing),
    grown(reviews, looking),
    table(['people', 'step', 's', 'processor s', 'each, ms', 'most memory, MB'], costs(reviews)),
    folds(reviews),
  ];
}

/** A row a size, and last how often the largest is the smallest. */
function grown(reviews, columns) {
  const rows = reviews.map((one) => Object.values(columns).map((of) => of(one)));
  const shown = rows.map((row) => row.map((value) => number(value, value < 10 ? 2 : 0)));
  const [first, last] = [rows[0], rows.at(-1)];
  const times = first.map((value, at) => `× ${number(last[at] / value, 2)}`);
  return table(Object.keys(columns), rows.length > 1 ? [...shown, times] : shown);
}

const writing = {
  people: ({ people }) => people,
  'launch, ms': ({ opened }) => opened.pinnedSeconds * 1_000,
  'until all are open, s': ({ opened }) => opened.seconds,
  'opened/s': ({ opened }) => opened.perSecond,
  'own sections/s': ({ wrote }) => wrote.self,
  'invitations/s': ({ wrote }) => wrote.invited,
  "colleagues' sections/s": ({ wrote }) => wrote.peer,
  "managers' sections, scored/s": ({ wrote }) => wrote.manager,
  'finalised/s': ({ ended }) => ended.perSecond,
};

const looking = {
  people: ({ people }) => people,
  'facts in the log': ({ views }) => views.facts,
  'reviews in a session': ({ board }) => board.reviews,
  'in it after, s': ({ board }) => board.enteredSeconds,
  'board, p50, ms': ({ board }) => board.p50Ms,
  'p99, ms': ({ board }) => board.p99Ms,
  'carried after, s': ({ board }) => board.carriedSeconds,
  'rendered as JSON, p50, ms': ({ rendered }) => rendered.json.p50Ms,
  'JSON, p99': ({ rendered }) => rendered.json.p99Ms,
  'HTML, p50': ({ rendered }) => rendered.html.p50Ms,
  'HTML, p99': ({ rendered }) => rendered.html.p99Ms,
  'PDF, p50': ({ rendered }) => rendered.pdf.p50Ms,
  'PDF, p99': ({ rendered }) => rendered.pdf.p99Ms,
  'facts of the longest review': ({ rendered }) => rendered.longFacts,
  'it as JSON, ms': ({ rendered }) => rendered.json.longMs,
  'what-if over the cycle, s': ({ instead }) => instead.seconds,
  'start to ready, ms': ({ views }) => views.startMs,
};

/** Of steps that are of commands or reviews: how many of them there are. */
const parts = {
  launch: ({ opened }) => opened.reviews,
  sections: ({ people }) => 4 * (people - 1),
  finalisation: ({ people }) => 2 * (people - 1),
};

function costs(reviews) {
  return reviews.flatMap((one) =>
    Object.entries(one.costs).map(([step, { seconds, processorSeconds, mb }]) => {
      const each = parts[step] === undefined ? '' : (1_000 * processorSeconds) / parts[step](one);
      return [
        ...[number(one.people), step, number(seconds, 1), number(processorSeconds, 1)],
        ...[each === '' ? '' : number(each, 2), mb ?? '?'],
      ];
    }),
  );
}

/** Facts a second beside a scan of the same facts with JSON.parse, a row a view. */
function folds(reviews) {
  const head = reviews.map(({ people }) => `of ${number(people)} people, facts/s`);
  const rows = Object.keys(reviews[0].views.views).map((name) => [
    name,
    ...reviews.map(({ views }) => {
      const { facts, seconds, ratio } = views.views[name];
      return facts === 0 ? '' : `${number(facts / seconds)} (${share(ratio)})`;
    }),
  ]);
  return table(['view', ...head], rows);
}
