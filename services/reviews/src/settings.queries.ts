import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { present, type Position } from '@plumbline/kernel';
import type { AskedTimes, PageRequest, View } from '@plumbline/views';
import type { ReviewsFact } from './facts.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { rulePackSheet, rulePackVersion, versionKey } from './views/rule-pack-sheet.ts';
import type { RulePackSheet, RulePackVersion } from './views/rule-pack-sheet.ts';
import { templateSheet, templateVersion } from './views/template-sheet.ts';
import type { TemplateSheet, TemplateVersionSheet } from './views/template-sheet.ts';

/** What can be asked of templates and rule packs. */
export type SettingsQuestion =
  | { readonly ask: 'packs' | 'templates'; readonly page: PageRequest }
  | { readonly ask: 'pack' | 'template'; readonly id: string }
  | { readonly ask: 'pack-version' | 'template-version'; readonly id: string; version: number };

export interface SettingsAnswer {
  readonly position: Position | null;
  readonly packs?: readonly RulePackSheet[];
  readonly packVersion?: RulePackVersion;
  readonly templates?: readonly TemplateSheet[];
  readonly templateVersion?: TemplateVersionSheet;
  readonly next?: string;
}

/** Every question on templates and rule packs goes over the bus in this one envelope. */
export class SettingsQuery extends Query<SettingsAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: SettingsQuestion,
    readonly times: AskedTimes,
  ) {
    super();
  }
}

@QueryHandler(SettingsQuery)
export class SettingsQueryHandler implements IQueryHandler<SettingsQuery> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute(query: SettingsQuery): Promise<SettingsAnswer> {
    const { question } = query;
    switch (question.ask) {
      case 'packs':
      case 'pack': {
        const { docs: packs, ...rest } = await this.#found(query, rulePackSheet);
        return { ...rest, packs };
      }
      case 'templates':
      case 'template': {
        const { docs: templates, ...rest } = await this.#found(query, templateSheet);
        return { ...rest, templates };
      }
      case 'pack-version': {
        const { docs, position } = await this.#found(query, rulePackVersion);
        return { position, ...present({ packVersion: docs[0] }) };
      }
      case 'template-version': {
        const { docs, position } = await this.#found(query, templateVersion);
        return { position, ...present({ templateVersion: docs[0] }) };
      }
    }
  }

  /** One by its key, or a page of all. */
  async #found<Doc>({ tenant, question, times }: SettingsQuery, view: View<Doc, ReviewsFact>) {
    const reader = await this.ports.views.of(view, tenant, times);
    const { position } = reader;
    if ('page' in question) {
      const { docs, next } = await reader.find('all', question.page);
      return { position, docs: docs.map(({ doc }) => doc), ...present({ next }) };
    }
    const { id } = question;
    const key = 'version' in question ? versionKey(id, question.version) : id;
    const doc = await reader.get(key);
    return { position, docs: doc === undefined ? [] : [doc] };
  }
}
