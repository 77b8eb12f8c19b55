import { clearText, never, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Instant, Rejection } from '@plumbline/kernel';
import type * as Command from './note.commands.ts';
import type { NoteCommand } from './note.commands.ts';
import { evolveNote, initialNote } from './note.ts';
import type { FeedbackNote, Link, LiveNote, NoteFact, Visibility } from './note.ts';

export const linksMax = 16;
/** Two servers' clocks may differ by as much. */
export const clockSkewMsMax = 5 * 60_000;

/** What each class may be widened to: nobody who could see the note loses sight of it. */
export const widerThan: Readonly<Record<Visibility, readonly Visibility[]>> = {
  'manager-only': ['author-subject-and-manager', 'public'],
  'author-and-subject': ['author-subject-and-manager', 'public'],
  'author-subject-and-manager': ['public'],
  public: [],
};

/** Whether the people, and what is linked, exist is asked in the handler. */
export const noteDecider: Decider<NoteCommand, FeedbackNote, NoteFact> = {
  initial: initialNote,
  evolve: evolveNote,
  decide: decideNote,
};

function decideNote(command: NoteCommand, note: FeedbackNote): Decision<NoteFact> {
  if (note.stage !== 'none' && note.acts[command.act] === true) return []; // A retry.
  if (command.type === 'GiveFeedback') return give(command, note);
  if (note.stage === 'none') {
    return reject('feedback-note/not-found', 'There is no note with this id.');
  }
  if (command.by !== note.author) {
    return reject('feedback-note/not-the-author', 'Only its author changes a note. Ask them.');
  }
  switch (command.type) {
    case 'RetractFeedback':
      return retract(command, note);
    case 'WidenVisibility':
      return widen(command, note);
    default:
      return never(command);
  }
}

function give(command: Command.GiveFeedback, note: FeedbackNote): Decision<NoteFact> {
  const { author, subject, visibility, kind, message } = command;
  if (note.stage !== 'none') {
    return reject('feedback-note/already-given', 'There is a note with this id.');
  }
  if (author === subject) {
    const detail = 'Nobody gives feedback to themselves. Name another person.';
    return reject('feedback-note/to-oneself', detail, '/subject');
  }
  if (command.links.length > linksMax) {
    return reject('feedback-note/too-many-links', `At most ${linksMax} links.`, '/links');
  }
  const given = { author, subject, visibility, kind, links: distinct(command.links) };
  const text = clearText(ownerOf(command), { message });
  return [{ type: 'FeedbackGiven', ...placed(command), ...given, text }];
}

function retract(command: Command.RetractFeedback, note: LiveNote): Decision<NoteFact> {
  if (note.stage === 'retracted') return []; // Already so.
  const early = refuseEarlierThan(note.alteredAt, command.at);
  if (early !== undefined) return early;
  const text = clearText(ownerOf(note), { reason: command.reason });
  return [{ type: 'FeedbackRetracted', ...placed(command), text }];
}

function widen(command: Command.WidenVisibility, note: LiveNote): Decision<NoteFact> {
  const { at, to, reason } = command;
  const { visibility: from } = note;
  if (note.stage === 'retracted') {
    return reject('feedback-note/retracted', 'The note is retracted. Give a new one.');
  }
  if (from === to) return []; // Already so.
  if (!widerThan[from].includes(to)) {
    const detail = `It is ${from}, and nobody who sees it loses sight of it. ${remedyOf(from)}`;
    return reject('feedback-note/not-wider', detail, '/to');
  }
  const early = refuseEarlierThan(note.alteredAt, at);
  if (early !== undefined) return early;
  const text = clearText(ownerOf(note), { reason });
  return [{ type: 'VisibilityWidened', ...placed(command), from, to, text }];
}

function remedyOf(from: Visibility): string {
  const wider = widerThan[from].join(' or ');
  return wider === '' ? 'Retract it, and give a new one.' : `Widen it to ${wider}.`;
}

/** Each link once: that a goal is named twice says nothing more. */
function distinct(links: readonly Link[]): readonly Link[] {
  return links.filter((link, index) => links.findIndex((one) => same(one, link)) === index);
}

/** Whose key seals what is said: a note is about its subject, whoever gave it. */
function ownerOf({ subject }: { readonly subject: string }): string {
  return `person:${subject}`;
}

function refuseEarlierThan(since: Instant, at: Instant): Rejection | undefined {
  if (Date.parse(at) + clockSkewMsMax >= Date.parse(since)) return undefined;
  const detail = `It reads as it does since ${since}. Give that time or a later one.`;
  return reject('feedback-note/before-its-latest-change', detail, '/effectiveAt');
}

function placed({ act, noteId, at }: Command.Asked) {
  return { act, noteId, at };
}
