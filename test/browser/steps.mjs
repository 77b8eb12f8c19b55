import { accessibleSteps } from './steps-accessible.mjs';
import { associationsSteps } from './steps-associations.mjs';
import { calibrationSteps } from './steps-calibration.mjs';
import { chartsSteps } from './steps-charts.mjs';
import { commandSteps } from './steps-commands.mjs';
import { customersSteps } from './steps-customers.mjs';
import { cyclesSteps } from './steps-cycles.mjs';
import { feedbackSteps } from './steps-feedback.mjs';
import { mapSteps } from './steps-map.mjs';
import { programmesSteps } from './steps-programmes.mjs';
import { peopleSteps } from './steps-people.mjs';
import { recognitionSteps } from './steps-recognition.mjs';
import { readingSteps } from './steps-reading.mjs';
import { reviewLifeSteps } from './steps-review-life.mjs';
import { reviewsSteps } from './steps-reviews.mjs';
import { serviceSteps } from './steps-service.mjs';
import { releasesSteps } from './steps-releases.mjs';
import { sessionSteps } from './steps-session.mjs';
import { surveyPageSteps } from './steps-survey-page.mjs';
import { surveysSteps } from './steps-surveys.mjs';

/** Each step starts in a browser of its own, so that one can be run alone. */
export const steps = [
  ...sessionSteps,
  ...readingSteps,
  ...commandSteps,
  ...mapSteps,
  ...peopleSteps,
  ...customersSteps,
  ...feedbackSteps,
  ...recognitionSteps,
  ...reviewsSteps,
  ...reviewLifeSteps,
  ...calibrationSteps,
  ...cyclesSteps,
  ...surveyPageSteps,
  ...surveysSteps,
  ...serviceSteps,
  ...programmesSteps,
  ...chartsSteps,
  ...releasesSteps,
  ...associationsSteps,
  ...accessibleSteps,
];
