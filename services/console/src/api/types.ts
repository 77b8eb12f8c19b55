import type { components, operations } from '../api.generated.ts';

type Schemas = components['schemas'];

export type GoalSummary = Schemas['GoalSummary'];
export type GoalDetail = Schemas['GoalDetail'];
export type StaleGoal = Schemas['StaleGoal'];
export type KeyResult = Schemas['KeyResult'];
export type CheckIn = Schemas['CheckIn'];
export type Kpi = Schemas['Kpi'];
export type Reading = Schemas['Reading'];
export type Measure = Schemas['Measure'];
export type Period = Schemas['Period'];
export type GoalPeriod = Schemas['GoalPeriod'];
export type Figure = Schemas['Figure'];
export type Actor = Schemas['Actor'];
export type HistoryItem = Schemas['HistoryItem'];
export type Receipt = Schemas['Receipt'];
export type FieldProblem = Schemas['FieldProblem'];
export type AlignmentMap = Schemas['AlignmentMap'];
export type MapNode = Schemas['MapNode'];
export type ShownNode = Extract<MapNode, { hidden: false }>;
export type MapStrategy = AlignmentMap['strategies'][number];
export type MapTheme = AlignmentMap['themes'][number];
export type RollUp = Schemas['RollUp'];
export type Strategy = Schemas['Strategy'];
export type PersonCard = Schemas['PersonCard'];
export type PersonSheet = Schemas['PersonSheet'];
export type PersonDetails = Schemas['PersonDetails'];
export type PersonHistoryItem = Schemas['PersonHistoryItem'];
export type Unit = Schemas['Unit'];
export type Viewing = Schemas['Viewing'];
export type SatisfactionLine = Schemas['SatisfactionLine'];
export type SatisfactionRow = Schemas['SatisfactionRow'];
export type Satisfaction = NonNullable<
  operations['getSatisfaction']['responses'][200]
>['content']['application/json'];
export type Review = Schemas['Review'];
export type ReviewLine = Schemas['ReviewLine'];
export type ReviewWhy = Schemas['ReviewWhy'];
export type ReviewEvidence = Schemas['ReviewEvidence'];
export type ReviewStoryItem = Schemas['ReviewStoryItem'];
export type ReviewDraft = Schemas['ReviewDraft'];
export type ReviewTemplateVersion = Schemas['ReviewTemplateVersion'];
export type ReviewCycle = Schemas['ReviewCycle'];
export type PublishedReviewTemplate = Schemas['PublishedReviewTemplate'];
export type PublishedRulePack = Schemas['PublishedRulePack'];
export type CalibrationSession = Schemas['CalibrationSession'];
export type CalibrationRow = Schemas['CalibrationRow'];
export type CalibrationFigures = Schemas['CalibrationFigures'];
export type CalibrationComparison = Schemas['CalibrationComparison'];
export type Score = Schemas['Score'];
export type FeedbackNote = Schemas['FeedbackNote'];
export type FeedbackRequest = Schemas['FeedbackRequest'];
export type OneToOne = Schemas['OneToOne'];
export type AgreedAction = Schemas['AgreedAction'];
export type Visibility = FeedbackNote['visibility'];
export type Recognition = Schemas['Recognition'];
export type RewardProgramme = Schemas['RewardProgramme'];
export type Points = Schemas['Points'];
export type Redemption = Schemas['Redemption'];
export type SurveySummary = Schemas['SurveySummary'];
export type Survey = Schemas['Survey'];
export type SurveyQuestion = Survey['questions'][number];
export type SurveyResults = Schemas['SurveyFigures'];
export type SurveyFigure = Schemas['EngagementFigure'];
export type SurveyIndex = Schemas['EngagementIndex'];
export type SurveyComment = Schemas['SurveyComment'];
export type ServiceLevel = Schemas['ServiceLevel'];
export type CaseSummary = Schemas['CaseSummary'];
export type ServiceCase = Schemas['Case'];
export type CaseClock = Schemas['CaseClock'];
export type CustomerResponse = Schemas['CustomerResponse'];
export type ControlChartSummary = Schemas['ControlChartSummary'];
export type ControlChart = Schemas['ControlChart'];
export type ChartPoint = ControlChart['points'][number];
export type ChartSignal = Schemas['ChartSignal'];
export type Metric = Schemas['Metric'];
export type MetricReleaseSummary = Schemas['MetricReleaseSummary'];
export type MetricRelease = Schemas['MetricRelease'];
export type ReleasedFigure = Schemas['ReleasedFigure'];
export type ExplainedFigure = NonNullable<
  operations['getReleasedFigure']['responses'][200]
>['content']['application/json'];
export type FactRef = NonNullable<ExplainedFigure['facts']>[number];
export type Association = NonNullable<
  operations['getAssociation']['responses'][200]
>['content']['application/json'];
export type Correlation = Schemas['Correlation'];
export type SlaAttainment = NonNullable<
  operations['getSlaAttainment']['responses'][200]
>['content']['application/json'];
/** What figures of customers are broken down by here. */
export type Breakdown = 'location' | 'touchpoint' | 'channel' | 'day' | 'month' | 'unit';
export type Stage = GoalSummary['stage'];
export type Grade = NonNullable<GoalSummary['grade']>;

/** The two times of a question: what was recorded by then, or what held in the world by then. */
export interface Times {
  readonly asOf?: string | undefined;
  readonly effectiveAt?: string | undefined;
}
