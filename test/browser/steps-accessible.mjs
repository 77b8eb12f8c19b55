import { isAccessible, isReadable } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';

/** Every page of the console, and something that is there once it has all that it shows. */
const pages = ({
  run,
  title,
  goal,
  map,
  company,
  customers,
  surveys,
  service,
  reviews,
  period,
}) => [
  [`/?period=${period.name}`, 'Goals'],
  ['/mine', 'My goals'],
  [`/goals/${goal}`, title],
  ['/new', 'Draft a goal'],
  [`/map?period=${map.period}`, 'Map'],
  ['/team', 'My team'],
  ['/feedback', 'Feedback'],
  ['/feedback?view=requests', 'Feedback'],
  ['/feedback?view=one-to-ones', 'Feedback'],
  ['/recognition', 'Recognition'],
  ['/reviews', 'My reviews'],
  [`/reviews/${reviews.collecting.of[reviews.people[0]]}`, `The year at the desk (${run})`],
  [`/reviews/${reviews.compared.of[reviews.people[0]]}/story`, 'The story of a review'],
  ['/cycles', 'Review cycles'],
  [`/cycles/${reviews.compared.id}`, `Comparing (${run})`],
  ['/calibration?stage=all', 'Calibration'],
  [`/calibration/${reviews.session}`, reviews.title],
  [`/calibration/${reviews.session}?view=figures`, reviews.title],
  ['/surveys', 'Surveys'],
  [`/surveys/${surveys.forMe}`, `In person (${run})`],
  [`/customers?touchpoint=${customers.touchpoint}`, 'Customers'],
  [`/responses?touchpoint=${customers.touchpoint}`, 'What customers answered'],
  ['/cases', 'Service cases'],
  [`/cases/${service.calm}`, `Calm (${run})`],
  [`/people?unit=${company.sales}`, 'People'],
  [`/people/${company.ada}`, `Ada Lund ${run}`],
  ['/units', 'Units'],
  ['/stale', 'Stale goals'],
  ['/forecasts', 'Forecast honesty'],
];

const sizes = { telephone: { width: 320, height: 640 }, wide: { width: 1280, height: 900 } };

/**
 * Every page, narrow and wide, in both colours. What a checker finds in the dark and not in the
 * light is contrast, so that the dark is asked for that alone.
 */
export const accessibleSteps = Object.entries(sizes).map(([name, size]) => ({
  name: `pages: nothing that a checker finds, in both colours, ${name}`,
  // Whoever opens them reads no live figures of customers, and is told so.
  ...{ size, expected: [403] },
  run: async (at) => {
    const { page, shot } = at;
    await open(at);
    for (const [path, title] of pages(at.data)) {
      await page.evaluate((to) => (window.location.hash = `#${to}`), path);
      await sees(page.getByRole('heading', { level: 1 }).filter({ hasText: title }));
      await page.waitForFunction(() => document.querySelector('[aria-label^="Loading"]') === null);
      for (const [colorScheme, asks] of Object.entries({ light: isAccessible, dark: isReadable })) {
        await colour(page, colorScheme);
        await asks(page).catch((error) => {
          throw new Error(`${path}, ${colorScheme}: ${error.message}`);
        });
        await shot(`page-${path.replaceAll(/\W+/g, '-')}-${colorScheme}-${name}`);
      }
      await fitsTheScreen(page);
    }
  },
}));

/** The page has these colours, and is through with changing to them. */
async function colour(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (name) => document.documentElement.dataset.mantineColorScheme === name,
    colorScheme,
  );
  await page.evaluate(async () => {
    await new Promise((frame) => requestAnimationFrame(frame));
    await Promise.allSettled(document.getAnimations().map((one) => one.finished));
  });
}
