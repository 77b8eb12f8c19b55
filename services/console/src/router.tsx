import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Failure, Loading } from './parts/states.tsx';
import { NotFound, Shell } from './shell.tsx';
import { associationsSearch, chartsSearch, releasesSearch } from './search.ts';
import {
  calibrationSearch,
  calibrationViewSearch,
  customersSearch,
  feedbackSearch,
  recognitionSearch,
} from './search.ts';
import { casesSearch, responsesSearch, surveySearch, surveysSearch } from './search.ts';
import { goalSearch, goalsSearch, mapSearch, peopleSearch } from './search.ts';
import { parseSearch, stringifySearch } from './search.ts';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const goalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: goalsSearch,
  component: lazyRouteComponent(() => import('./goals/goals-page.tsx'), 'GoalsPage'),
});

const mineRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/mine',
  validateSearch: goalsSearch,
  component: lazyRouteComponent(() => import('./goals/goals-page.tsx'), 'MyGoalsPage'),
});

const goalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/goals/$goalId',
  validateSearch: goalSearch,
  component: lazyRouteComponent(() => import('./goal/goal-page.tsx'), 'GoalPage'),
});

const draftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/new',
  component: lazyRouteComponent(() => import('./forms/draft-page.tsx'), 'DraftPage'),
});

const staleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/stale',
  validateSearch: goalsSearch,
  component: lazyRouteComponent(() => import('./goals/stale-page.tsx'), 'StalePage'),
});

const honestyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forecasts',
  validateSearch: goalsSearch,
  component: lazyRouteComponent(() => import('./goals/honesty-page.tsx'), 'HonestyPage'),
});

const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: mapSearch,
  component: lazyRouteComponent(() => import('./map/map-page.tsx'), 'MapPage'),
});

const teamRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/team',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./team/team-page.tsx'), 'TeamPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
});

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$person',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
});

const unitsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/units',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => import('./people/units-page.tsx'), 'UnitsPage'),
});

const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers',
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
});

const reviewsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews',
  component: lazyRouteComponent(() => import('./reviews/reviews-page.tsx'), 'ReviewsPage'),
});

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews/$reviewId',
  component: lazyRouteComponent(() => import('./reviews/review-page.tsx'), 'ReviewPage'),
});

const storyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews/$reviewId/story',
  component: lazyRouteComponent(() => import('./reviews/story-page.tsx'), 'StoryPage'),
});

const cyclesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cycles',
  component: lazyRouteComponent(() => import('./cycles/cycles-page.tsx'), 'CyclesPage'),
});

const cycleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cycles/$cycleId',
  component: lazyRouteComponent(() => import('./cycles/cycle-page.tsx'), 'CyclePage'),
});

const calibrationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calibration',
  validateSearch: calibrationSearch,
  component: lazyRouteComponent(
    () => import('./calibration/sessions-page.tsx'),
    'CalibrationsPage',
  ),
});

const calibrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/calibration/$sessionId',
  validateSearch: calibrationViewSearch,
  component: lazyRouteComponent(() => import('./calibration/session-page.tsx'), 'CalibrationPage'),
});

const feedbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/feedback',
  validateSearch: feedbackSearch,
  component: lazyRouteComponent(() => import('./feedback/feedback-page.tsx'), 'FeedbackPage'),
});

const recognitionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recognition',
  validateSearch: recognitionSearch,
  component: lazyRouteComponent(
    () => import('./recognition/recognition-page.tsx'),
    'RecognitionPage',
  ),
});

const surveysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys',
  validateSearch: surveysSearch,
  component: lazyRouteComponent(() => import('./surveys/surveys-page.tsx'), 'SurveysPage'),
});

const surveyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/surveys/$surveyId',
  validateSearch: surveySearch,
  component: lazyRouteComponent(() => import('./surveys/survey-page.tsx'), 'SurveyPage'),
});

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  validateSearch: casesSearch,
  component: lazyRouteComponent(() => import('./cases/cases-page.tsx'), 'CasesPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./cases/case-page.tsx'), 'CasePage'),
});

const responsesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/responses',
  validateSearch: responsesSearch,
  component: lazyRouteComponent(() => import('./responses/responses-page.tsx'), 'ResponsesPage'),
});

const responseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/responses/$responseId',
  component: lazyRouteComponent(() => import('./responses/response-page.tsx'), 'ResponsePage'),
});

const chartsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/control-charts',
  validateSearch: chartsSearch,
  component: lazyRouteComponent(() => import('./charts/charts-page.tsx'), 'ChartsPage'),
});

const chartRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/control-charts/$chartId',
  component: lazyRouteComponent(() => import('./charts/chart-page.tsx'), 'ChartPage'),
});

const releasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases',
  validateSearch: releasesSearch,
  component: lazyRouteComponent(() => import('./releases/releases-page.tsx'), 'ReleasesPage'),
});

const releaseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases/$releaseId',
  component: lazyRouteComponent(() => import('./releases/release-page.tsx'), 'ReleasePage'),
});

const figureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/releases/$releaseId/figures/$figure',
  component: lazyRouteComponent(() => import('./releases/figure-page.tsx'), 'FigurePage'),
});

const metricsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/metrics',
  component: lazyRouteComponent(() => import('./releases/metrics-page.tsx'), 'MetricsPage'),
});

const associationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/associations',
  validateSearch: associationsSearch,
  component: lazyRouteComponent(
    () => import('./associations/associations-page.tsx'),
    'AssociationsPage',
  ),
});

const serviceLevelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/service-levels',
  component: lazyRouteComponent(
    () => import('./service-levels/service-levels-page.tsx'),
    'ServiceLevelsPage',
  ),
});

const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/recognition/programme',
  component: lazyRouteComponent(() => import('./recognition/programme-page.tsx'), 'ProgrammePage'),
});

/**
 * Pages live behind the `#`: paths such as `/goals/…` are the API's own, and the server needs to
 * know nothing of ours.
 */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    goalsRoute,
    mineRoute,
    goalRoute,
    draftRoute,
    staleRoute,
    honestyRoute,
    mapRoute,
    teamRoute,
    peopleRoute,
    personRoute,
    unitsRoute,
    customersRoute,
    reviewsRoute,
    reviewRoute,
    storyRoute,
    cyclesRoute,
    cycleRoute,
    calibrationsRoute,
    calibrationRoute,
    feedbackRoute,
    recognitionRoute,
    surveysRoute,
    surveyRoute,
    casesRoute,
    caseRoute,
    responsesRoute,
    responseRoute,
    chartsRoute,
    chartRoute,
    releasesRoute,
    releaseRoute,
    figureRoute,
    metricsRoute,
    associationsRoute,
    serviceLevelsRoute,
    programmeRoute,
  ]),
  history: createHashHistory(),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Failure,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
