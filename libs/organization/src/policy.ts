import { peoplePolicy } from './policy-people.ts';
import { performancePolicy } from './policy-performance.ts';
import { reviewsPolicy } from './policy-reviews.ts';
import type { Rule } from './policy-words.ts';

export type Action = keyof typeof policy;

const managers = ['manager', 'above', 'matrix-manager'] as const;

/**
 * Who may do what: the one table that every route of every service asks, in words that a person
 * from HR can check. What no line grants is refused. A grant holds in a relation to the owner of
 * the record, or for a role that reaches as far as its scope; it may hold for public or private
 * records only, in some stages only, and either on the day of the act or on the day that the
 * record is of (`then`). A `logged` grant leaves a fact that the subject can list.
 *
 * An administrator runs the system and the directory, and is no reader of other people's records.
 *
 * In the order of the page. The first grant that fits counts, and one that is not logged first.
 */
export const policy = {
  'goal/read': {
    who:
      'Everybody of the tenant reads public goals once they are active. Drafts and private goals ' +
      'are read by the owner and by those who manage the owner; by HR partners and goal managers ' +
      'in their scope and by auditors; who managed the owner on the last day of a closed goal ' +
      'reads it on.',
    grants: [
      { as: ['colleague'], kind: 'public', stages: ['active', 'closed'] },
      { as: ['self', 'head'] },
      { as: [...managers, 'goal-manager', 'hr-partner'], kind: 'public' },
      { as: [...managers, 'goal-manager', 'hr-partner'], kind: 'private', logged: true },
      { as: ['manager', 'above'], stages: ['closed'], when: 'then', logged: true },
      { as: ['auditor'], logged: true },
    ],
  },
  'goal/draft': {
    who: 'Everybody drafts own goals; managers those of their people and units, and goal managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'goal-manager'] }],
  },
  'goal/change': {
    who: 'A goal is changed by its owner, by the manager of the owner, and by goal managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'goal-manager'] }],
  },
  'goal/import': {
    who: 'Importers bring goals and measurements in from files.',
    grants: [{ as: ['importer'] }],
  },
  'kpi/read': {
    who: 'KPIs are read by everybody of the tenant; those of a private goal by its readers.',
    grants: [
      { as: ['colleague'], kind: 'public' },
      { as: ['self', 'head'] },
      { as: [...managers, 'goal-manager', 'hr-partner', 'auditor'], kind: 'private', logged: true },
    ],
  },
  'kpi/define': {
    who: 'Everybody defines own KPIs; managers those of their people and units, and goal managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'goal-manager'] }],
  },
  'kpi/measure': {
    who: 'The owner of a KPI records its measurements, and so do the manager, goal managers and importers.',
    grants: [{ as: ['self', 'head', 'manager', 'goal-manager', 'importer'] }],
  },
  'strategy/read': {
    who: 'Everybody of the tenant reads strategies, the map and its figures.',
    grants: [{ as: ['colleague'] }],
  },
  'strategy/publish': {
    who: 'A strategy is published, revised and retired by its owner, those above, and goal managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'above', 'goal-manager'] }],
  },
  'signal/raise': {
    who: 'Everybody of the tenant raises signals.',
    grants: [{ as: ['colleague'] }],
  },
  'idea/read': {
    who: 'Everybody of the tenant reads ideas and what became of them.',
    grants: [{ as: ['colleague'] }],
  },
  'idea/submit': {
    who: 'Everybody submits own ideas; managers those of their people and units, and goal managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'goal-manager'] }],
  },
  'idea/run': {
    who: 'An experiment is started and concluded by the owner of the idea, those above, and goal managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'above', 'goal-manager'] }],
  },
  'idea/settle': {
    who: 'An idea is adopted or declined, and its credit set, by those above its owner and by goal managers: nobody settles an own idea.',
    notOwn: true,
    grants: [{ as: ['manager', 'above', 'goal-manager'] }],
  },
  'feedback/give': {
    who: 'Everybody gives feedback to colleagues, and takes it back or opens it wider, in person.',
    inPerson: true,
    grants: [{ as: ['colleague'] }],
  },
  'feedback/read-given': {
    who: 'Who gave feedback reads it, whoever else does.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'feedback/read-received': {
    who: 'Who feedback is about reads it, unless it was given for the manager only.',
    grants: [{ as: ['self'] }],
  },
  'feedback/read-as-manager': {
    who: 'The manager of the one whom feedback is about reads it where its author has opened it to managers; not the one whom it is about, also not in the place of their manager.',
    notOwn: true,
    grants: [{ as: ['manager', 'matrix-manager'] }],
  },
  'feedback/read-public': {
    who: 'Everybody of the tenant reads feedback that its author has made public.',
    grants: [{ as: ['colleague'] }],
  },
  'feedback/ask': {
    who: 'Everybody asks for feedback on themselves; managers for that on their people, and HR partners in their scope.',
    grants: [{ as: ['self', ...managers, 'hr-partner'] }],
  },
  'feedback/answer': {
    who: 'Who is asked for feedback gives it or declines.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'feedback/read-request': {
    who: 'A request for feedback is read by who asks and by who is asked.',
    grants: [{ as: ['self'] }],
  },
  'feedback/read-figures': {
    who: 'How much feedback somebody gets, and answers, is read in figures by themselves and by those who manage them; of a unit, by who heads it and by those above.',
    grants: [{ as: ['self', 'head', ...managers] }],
  },
  'one-to-one/hold': {
    who: 'A one-to-one is recorded by either of the two, and so is what they agree.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'one-to-one/read': {
    who: 'A one-to-one is read by the two alone.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'response/record': {
    who: 'Responses of customers are recorded by importers and by service managers, and withdrawn when they were recorded by mistake.',
    grants: [{ as: ['importer', 'service-manager'] }],
  },
  'response/read': {
    who: 'A single response is read by the people and the heads of the units that it is attributed to, by those who manage them, by service managers in their scope and by auditors.',
    grants: [
      { as: ['self', 'head'] },
      { as: [...managers, 'service-manager'] },
      { as: ['auditor'], logged: true },
    ],
  },
  'response/attribute': {
    who: 'Whose work a response tells of is said by service managers in their scope and by importers.',
    grants: [{ as: ['service-manager', 'importer'] }],
  },
  'response/dispute': {
    who: 'Whom a response is attributed to disputes it, in person.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'response/settle': {
    who: 'A dispute is settled by those above who disputes and by service managers in their scope: nobody settles an own one.',
    notOwn: true,
    grants: [{ as: ['manager', 'above', 'service-manager'] }],
  },
  'response/close': {
    who: 'That somebody went back to the customer is recorded by whom the response is attributed to, by those who manage them, and by service managers in their scope.',
    grants: [{ as: ['self', 'head', 'manager', 'above', 'service-manager'] }],
  },
  'satisfaction/read': {
    who: 'Live figures of how satisfied customers are are read by those who may read the answers one by one: of a unit, by its head and by those who manage it; of all, by service managers in their scope, analysts and auditors. Everybody reads what was released: GET /metric-releases.',
    grants: [
      { as: ['head', ...managers, 'service-manager', 'analyst'] },
      { as: ['auditor'], logged: true },
    ],
  },
  'satisfaction/read-person': {
    who: 'How satisfied the customers of one person are is read by that person, by those who manage them, by service managers in their scope and by auditors.',
    grants: [
      { as: ['self'] },
      { as: [...managers, 'service-manager'] },
      { as: ['auditor'], logged: true },
    ],
  },
  'metric/define': {
    who: 'How figures are counted is defined and revised by analysts and by service managers of the whole company.',
    grants: [{ as: ['analyst', 'service-manager'] }],
  },
  'release/publish': {
    who: 'Figures are released by analysts and by service managers of the whole company.',
    grants: [{ as: ['analyst', 'service-manager'] }],
  },
  'release/publish-ratings': {
    who: 'Figures of how people were rated in a locked cycle are released by analysts and HR partners of the whole company, who may read the ratings one by one.',
    grants: [{ as: ['analyst', 'hr-partner'] }],
  },
  'release/restate': {
    who: 'A release is counted again by those who may release figures of its source: how people were rated, by HR partners and analysts; what customers and surveys say, by service managers and analysts.',
    grants: [{ as: ['analyst', 'service-manager', 'hr-partner'] }],
  },
  'release/read': {
    who: 'Everybody of the tenant reads how figures are counted, and what was released of them.',
    grants: [{ as: ['colleague'] }],
  },
  'case/open': {
    who: 'Everybody of the tenant opens cases for customers.',
    grants: [{ as: ['colleague'] }],
  },
  'case/work': {
    who: 'A case is answered, paused, resolved and reopened by those who work in the unit that owns it, by its head and those above, and by service managers in their scope.',
    grants: [{ as: ['member', 'head', 'manager', 'above', 'service-manager'] }],
  },
  'case/read': {
    who: 'A case is read by those who work in the unit that owns it, by its head and those above, by service managers in their scope and by auditors.',
    grants: [
      { as: ['member', 'head', 'manager', 'above', 'service-manager'] },
      { as: ['auditor'], logged: true },
    ],
  },
  'case/read-opened': {
    who: 'Who opened a case reads it, whichever unit works it.',
    grants: [{ as: ['self'] }],
  },
  'service-level/define': {
    who: 'What customers are promised is defined and revised by service managers.',
    grants: [{ as: ['service-manager'] }],
  },
  'service-level/read': {
    who: 'Everybody of the tenant reads what customers are promised, and how often that was kept.',
    grants: [{ as: ['colleague'] }],
  },
  'control-chart/read': {
    who: 'A control chart of a unit, with its signals and what was found, is read by those who work in it, by its head and by those who manage it; every one by service managers in their scope, analysts and auditors.',
    grants: [
      { as: ['member', 'head', ...managers, 'service-manager', 'analyst'] },
      { as: ['auditor'], logged: true },
    ],
  },
  'control-chart/read-own': {
    who: 'Who owns a control chart reads it, whatever it is of.',
    grants: [{ as: ['self'] }],
  },
  'control-chart/draw': {
    who: 'A control chart of a unit is drawn and re-baselined by who heads it, by those above, and by service managers in their scope; every one by service managers and analysts of the whole company.',
    grants: [{ as: ['head', 'manager', 'above', 'service-manager', 'analyst'] }],
  },
  'control-chart/explain': {
    who: 'A signal is explained by the owner of its chart, by those who may draw it, and by those who work in the unit that it is of.',
    grants: [{ as: ['self', 'member', 'head', 'manager', 'above', 'service-manager', 'analyst'] }],
  },
  'association/read': {
    who: 'How figures of units go together is read by analysts, service managers and HR partners of the whole company, and by auditors.',
    grants: [{ as: ['analyst', 'service-manager', 'hr-partner', 'auditor'] }],
  },
  ...reviewsPolicy,
  ...performancePolicy,
  'recognition/give': {
    who: 'Everybody recognises colleagues for what they did, in person.',
    inPerson: true,
    grants: [{ as: ['colleague'] }],
  },
  'recognition/read': {
    who: 'Everybody of the tenant reads who was recognised by whom, for what, and with how many points.',
    grants: [{ as: ['colleague'] }],
  },
  'points/read': {
    who: 'Everybody reads own points, and nobody reads those of another.',
    grants: [{ as: ['self'] }],
  },
  'points/redeem': {
    who: 'Everybody redeems own points.',
    grants: [{ as: ['self'] }],
  },
  'redemption/read': {
    who: 'A redemption is read by who redeemed, and by HR partners in their scope, who decide on it.',
    grants: [{ as: ['self', 'hr-partner'] }],
  },
  'redemption/decide': {
    who: 'A reward is handed out or declined by HR partners in their scope: nobody decides on an own redemption.',
    notOwn: true,
    grants: [{ as: ['hr-partner'] }],
  },
  'programme/define': {
    who: 'The reward programme is defined and revised by HR partners of the whole company and by administrators.',
    grants: [{ as: ['hr-partner', 'administrator'] }],
  },
  'programme/read': {
    who: 'Everybody of the tenant reads what the reward programme is.',
    grants: [{ as: ['colleague'] }],
  },
  'ledger/read': {
    who: 'That all points add up is seen by auditors and by HR partners of the whole company, in sums of many people.',
    grants: [{ as: ['auditor', 'hr-partner'] }],
  },
  'survey/launch': {
    who: 'Surveys are launched, closed, and their thresholds raised by HR partners in their scope, who also see who is asked and print links.',
    grants: [{ as: ['hr-partner'] }],
  },
  'survey/answer': {
    who: 'Who is asked in a survey takes part, in person.',
    inPerson: true,
    grants: [{ as: ['self'] }],
  },
  'survey/hand-in': {
    who: 'Whoever has a ticket hands in an answer, with or without a token: who it is is not asked.',
    grants: [{ as: ['anonymous', 'colleague'] }],
  },
  'survey/read': {
    who: 'Everybody of the tenant reads what surveys ask and promise, and their figures of enough answers.',
    grants: [{ as: ['colleague'] }],
  },
  'survey/read-comments': {
    who: 'Comments of surveys are read by HR partners in their scope, from enough answers on.',
    grants: [{ as: ['hr-partner'] }],
  },
  ...peoplePolicy,
  'structure/read': {
    who: 'Everybody of the tenant reads units, posts and reporting lines.',
    grants: [{ as: ['colleague'] }],
  },
  'structure/change': {
    who: 'Units, posts and reporting lines are changed by HR partners in their scope and by administrators.',
    grants: [{ as: ['hr-partner', 'administrator'] }],
  },
  'directory/import': {
    who: 'Importers and administrators bring people, units and posts in from files.',
    grants: [{ as: ['importer', 'administrator'] }],
  },
  'readers/read': {
    who: 'Everybody lists who read their data; auditors list it for others.',
    inPerson: true,
    grants: [{ as: ['self'] }, { as: ['auditor'], logged: true }],
  },
  'access/check': {
    who: 'Whether somebody could see a record on a day is asked by its owner and by auditors.',
    inPerson: true,
    grants: [{ as: ['self'] }, { as: ['auditor'], logged: true }],
  },
  'policy/read': {
    who: 'Everybody of the tenant reads this table.',
    grants: [{ as: ['colleague'] }],
  },
  'stream/read': {
    who: 'Analysts and auditors of the whole company read the stream of published facts: of everybody, private goals included, in numbers and ids, without text and names. No look is recorded with the person.',
    grants: [{ as: ['analyst', 'auditor'] }],
  },
  'stream/read-access': {
    who: 'Auditors of the whole company read the stream of who has looked at what.',
    grants: [{ as: ['auditor'] }],
  },
  'table/export': {
    who: 'Analysts and auditors of the whole company take tables of goals and figures out as files, without text and names, of what they may read.',
    grants: [{ as: ['analyst', 'auditor'] }],
  },
  'contracts/read': {
    who: 'Everybody reads the documents of the interface, with or without a token.',
    grants: [{ as: ['anonymous', 'colleague'] }],
  },
  'health/read': {
    who: 'Everybody sees whether the server is well, with or without a token.',
    grants: [{ as: ['anonymous', 'colleague'] }],
  },
  'system/observe': {
    who: 'Operators, auditors and administrators see the state of the system.',
    grants: [{ as: ['operator', 'auditor', 'administrator'] }],
  },
  'system/operate': {
    who: 'Operators and administrators rebuild views and settle parked facts.',
    grants: [{ as: ['operator', 'administrator'] }],
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Rises with every change of the table's meaning; answers about access name it. */
export const policyVersion = 8;

export const actions = Object.keys(policy) as Action[];
