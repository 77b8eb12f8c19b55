import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as the from './case/case.histories.ts';
import type { CasesFact } from './cases.facts.ts';
import { publish } from './feedback.publish.ts';
import { desk } from './http/cases.testing.ts';
import * as level from './service-level/service-level.histories.ts';

const afterAResponse = { ...the.opened, response: '9a3d5c71-2e4f-5b80-8c6d-1f7e9b0a2d43' };
const unpromised = {
  ...the.resolved,
  reading: { ...the.resolved.reading, targetMinutes: null, met: null },
};
const facts: readonly CasesFact[] = [
  ...[level.defined, level.revised, the.opened, afterAResponse, the.responded, the.paused],
  ...[the.resumed, the.resolved, unpromised, the.reopened, the.breached],
  the.corrected,
];

describe('the gate of cases and service levels', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const errorsOf = (type: string, data: object) => {
    const schema = publishedSchemas[type];
    if (schema === undefined) return `${type} has no schema`;
    return ajv.validate(closed(schema), data) ? [] : ajv.errors;
  };

  it('lets out every fact as the contract names it, and nothing else', () => {
    for (const fact of facts) {
      const { type = '', data = {} } = publish(fact) ?? {};
      expect(type).toBe(`feedback.${fact.type}.v1`);
      expect([type, errorsOf(type, data)]).toEqual([type, []]);
      expect(errorsOf(type, { ...data, customer: 'M. Weber' })).toHaveLength(1);
    }
  });

  it('lets no written word out', () => {
    const out = JSON.stringify(facts.map((fact) => publish(fact)));
    const written = facts.flatMap((fact) =>
      'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [],
    );
    expect(written.length).toBeGreaterThan(5);
    for (const words of written) expect(out).not.toContain(words);
  });

  it('tells whose a case is, and what was promised', () => {
    expect(publish(afterAResponse)?.data).toEqual({
      ...{ caseId: the.caseId, unit: 'unit:desk', touchpoint: 'form' },
      ...{ serviceLevelId: level.serviceLevelId, serviceLevelVersion: 1 },
      ...{ firstResponseMinutes: 120, resolutionMinutes: 960 },
      responseId: afterAResponse.response,
    });
  });

  it('lets through what the service records', async () => {
    const at = await desk();
    const id = await at.open({ unit: 'desk', touchpoint: 'form', summary: 'It is broken.' });
    await at.bo.post(`/cases/${id}/pause`, { cause: 'customer' });
    await at.bo.post(`/cases/${id}/resolve`, {});
    await at.bo.post(`/cases/${id}/reopen`, { reason: 'Again.' });
    const passed = await at.published('feedback.');
    expect(passed.map(({ type }) => type)).toEqual([
      ...['feedback.ServiceLevelDefined.v1', 'feedback.CaseOpened.v1', 'feedback.ClockPaused.v1'],
      ...['feedback.CaseResponded.v1', 'feedback.CaseResolved.v1', 'feedback.CaseReopened.v1'],
    ]);
    for (const { type, data } of passed) expect(errorsOf(type, data as object)).toEqual([]);
    expect(JSON.stringify(passed)).not.toMatch(/Weber|broken|Again/);
    await at.close();
  });
});
