import type { IssueReminder, RemindedTask, ReminderIssued } from './reminders.ts';

/** The example histories of reminders: what Ada is told in January, in Tokyo. */
export const ownPart: RemindedTask = {
  ...{ task: '1d3b5f70-2c4e-5a68-8b9d-0e1f2a3b4c5d/self/2026-09-01T09:00:01.000Z' },
  ...{ urgency: 'soon', what: 'self', of: 'review', due: '2027-01-15' },
  id: '1d3b5f70-2c4e-5a68-8b9d-0e1f2a3b4c5d',
};
export const asPeer: RemindedTask = {
  ...{ task: '7c1d3b5f-2c4e-5a68-8b9d-0e1f2a3b4c5d/peer/2026-09-02T09:00:00.000Z' },
  ...{ urgency: 'asked', what: 'peer', of: 'review', due: '2027-01-31' },
  id: '7c1d3b5f-2c4e-5a68-8b9d-0e1f2a3b4c5d',
};

const told = {
  ...{ act: 'act-remind', at: '2027-01-13T00:10:00.000Z', person: 'ada', day: '2027-01-13' },
  ...{ zone: 'Asia/Tokyo', until: '2027-01-13T09:00:00.000Z', tasks: [ownPart, asPeer] },
};
export const remind: IssueReminder = { type: 'IssueReminder', ...told };
export const reminded = { type: 'ReminderIssued', ...told } as const satisfies ReminderIssued;
