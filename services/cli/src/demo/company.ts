/** The company that the demo plays: small, made up, and the same every time. */
export interface Unit {
  readonly id: string;
  readonly lead: string;
  readonly people: readonly string[];
  readonly goals: readonly GoalIdea[];
  readonly personal: readonly GoalIdea[];
  readonly indicators: readonly MeasureIdea[];
}

export interface GoalIdea {
  readonly title: string;
  readonly measures: readonly MeasureIdea[];
}

export type MeasureIdea =
  | {
      readonly name: string;
      readonly kind: 'increase' | 'decrease';
      readonly start: number;
      readonly target: number;
      readonly unit: string;
    }
  | {
      readonly name: string;
      readonly kind: 'within';
      readonly low?: number;
      readonly high?: number;
    }
  | { readonly name: string; readonly kind: 'milestones'; readonly milestones: readonly string[] };

const line = (name: string, start: number, target: number, unit: string): MeasureIdea => {
  return { name, kind: target > start ? 'increase' : 'decrease', start, target, unit };
};
const below = (name: string, high: number): MeasureIdea => ({ name, kind: 'within', high });
const above = (name: string, low: number): MeasureIdea => ({ name, kind: 'within', low });
const steps = (name: string, ...milestones: string[]): MeasureIdea => {
  return { name, kind: 'milestones', milestones };
};
const goal = (title: string, ...measures: MeasureIdea[]): GoalIdea => ({ title, measures });

export const units: readonly Unit[] = [
  {
    id: 'sales',
    lead: 'ada',
    people: ['ada', 'bela', 'chidi', 'dana', 'emre', 'farah', 'goran'],
    goals: [
      goal(
        'Win customers in the north',
        line('Contracts signed', 0, 40, 'contracts'),
        line('Days from first call to contract', 60, 42, 'd'),
        below('Average discount', 12),
      ),
      goal(
        'Keep the customers we have',
        above('Renewal rate', 92),
        line('Reviews', 0, 60, 'talks'),
      ),
    ],
    personal: [
      goal('Learn the new offer by heart', steps('Offer', 'Training', 'Test call', 'First deal')),
      goal('Fill the pipeline', line('Qualified leads', 10, 45, 'leads'), above('Hit rate', 20)),
    ],
    indicators: [
      line('Monthly new revenue', 80, 120, 'kEUR'),
      line('Open offers older than a month', 30, 10, 'offers'),
    ],
  },
  {
    id: 'product',
    lead: 'hana',
    people: ['hana', 'ivan', 'jun', 'kofi', 'lena', 'maria'],
    goals: [
      goal(
        'Make the first hour a good one',
        line('Minutes to the first result', 45, 15, 'min'),
        line('New accounts active after a week', 38, 55, '%'),
      ),
      goal(
        'Decide with evidence',
        steps('Practice', 'Interviews', 'Panel', 'Review'),
        above('Used', 3),
      ),
    ],
    personal: [
      goal('Write the handbook', steps('Handbook', 'Outline', 'Draft', 'Review', 'Published')),
      goal('Talk to customers', line('Interviews', 0, 18, 'talks')),
    ],
    indicators: [
      line('Accounts active each month', 900, 1_400, 'accounts'),
      line('Requests without an answer', 120, 40, 'requests'),
    ],
  },
  {
    id: 'engineering',
    lead: 'noor',
    people: ['noor', 'omar', 'pia', 'quentin', 'rosa', 'sven', 'tuan', 'uma', 'vera'],
    goals: [
      goal(
        'Ship smaller and sooner',
        line('Days from commit to customer', 9, 2, 'd'),
        line('Releases', 4, 24, 'releases'),
        below('Releases taken back', 5),
      ),
      goal('Sleep at night', below('Pages out of hours', 4), above('Availability', 99.9)),
    ],
    personal: [
      goal('Split the billing module', steps('Split', 'Map', 'Tests', 'Cut', 'Old code gone')),
      goal('Speed up the build', line('Minutes of a build', 22, 8, 'min')),
      goal('Share what I know', line('Talks and reviews', 0, 10, 'talks')),
    ],
    indicators: [
      line('Median response time', 480, 250, 'ms'),
      line('Tests that cover a rule', 61, 80, '%'),
    ],
  },
  {
    id: 'support',
    lead: 'wanda',
    people: ['wanda', 'xenia', 'yusuf', 'zoe', 'alma', 'bo', 'cleo'],
    goals: [
      goal(
        'Answer once, and well',
        line('Cases solved at the first contact', 58, 72, '%'),
        line('Hours to the first answer', 9, 3, 'h'),
      ),
      goal('Cases stay few', below('Cases a customer and month', 2), above('Satisfaction', 4.2)),
    ],
    personal: [
      goal('Answer in two languages', steps('Language', 'Course', 'Shadowing', 'Own cases')),
      goal('Fewer reopened cases', line('Cases reopened', 24, 10, 'cases')),
    ],
    indicators: [
      line('Satisfied answers of a survey', 71, 85, '%'),
      line('Backlog at the end of the month', 310, 150, 'cases'),
    ],
  },
  {
    id: 'operations',
    lead: 'dmitri',
    people: ['dmitri', 'eshe', 'finn', 'gita', 'hugo', 'ines'],
    goals: [
      goal(
        'Deliver when we said so',
        line('Deliveries on time', 81, 95, '%'),
        line('Days of stock', 48, 30, 'd'),
      ),
      goal('Nobody gets hurt', below('Accidents', 0), steps('Audit', 'Walk', 'Report', 'Measures')),
    ],
    personal: [
      goal('Bring two suppliers on board', steps('Suppliers', 'Shortlist', 'Visit', 'Contract')),
      goal('Save energy', line('Energy of a unit made', 14, 11, 'kWh')),
    ],
    indicators: [line('Orders delivered on time', 81, 95, '%'), line('Scrap', 4.1, 2.5, '%')],
  },
  {
    id: 'people',
    lead: 'jonas',
    people: ['jonas', 'kaja', 'leo', 'mina', 'nils'],
    goals: [
      goal(
        'Fill the seats that matter',
        line('Weeks to fill a seat', 14, 8, 'weeks'),
        line('Offers accepted', 64, 80, '%'),
      ),
      goal('Grow our own', steps('Programme', 'Plan', 'Pilot', 'Open to all'), above('Placed', 5)),
    ],
    personal: [
      goal('Onboard without paper', steps('Onboarding', 'Forms', 'Pilot', 'All units')),
      goal('Meet every team', line('Teams met', 0, 12, 'teams')),
    ],
    indicators: [
      line('People who leave in a year', 14, 9, '%'),
      line('Training hours a person', 6, 16, 'h'),
    ],
  },
];

/** Of the company as a whole, every quarter. The last one is given up in the end. */
export const houseGoals: readonly GoalIdea[] = [
  goal(
    'Be the one that customers recommend',
    line('Net promoter score', 31, 45, 'points'),
    above('Renewals of large customers', 90),
  ),
  goal('Earn more with what we have', line('Margin', 11, 15, '%'), below('Cost overruns', 3)),
  goal('Open a second workshop', steps('Workshop', 'Site', 'Lease', 'Permits', 'First order')),
];

export const lessons = [
  'We began too late; next time the first step is due in week two.',
  'Talking to customers early changed the plan, and for the better.',
  'Two goals at once were one too many. One at a time went well.',
  'The number rose when we stopped measuring and started helping.',
  'The target was a guess. Next time we look at the last three quarters first.',
  'A short talk every week did more than the long one every month.',
];

export const narratives = [
  'On the way. The next step is clear.',
  'Slower than hoped: two of us were away.',
  'A good fortnight; the new way of working helps.',
  'Blocked by a decision that is due this week.',
  'The number is right, the trend is what counts.',
  'Ahead of plan. I would not promise more yet.',
];

export const reasons = [
  'The market moved; the old target was out of reach of anyone.',
  'The team is smaller by two since last month.',
  'We started from a better place than we knew.',
  'A typing error: the figure of the week before was taken.',
  'The owner moved to another team.',
];
