import { describe, expect, it } from '@jest/globals';
import { micro } from '@plumbline/scoring';
import { yearlyPack as pack, yearlyTemplate as yearly } from '../settings.examples.ts';
import { refuseUnfit } from './template.fit.ts';

describe('a template and a rule pack', () => {
  const unfit = (template = yearly, of = pack) => refuseUnfit(template, of)?.code;

  it('fit where all that is rated has a source, on one scale', () => {
    expect(unfit()).toBeUndefined();
    const wider = { ...yearly.scale, max: 6 * micro, anchors: [micro, 6 * micro] };
    expect(unfit({ ...yearly, scale: wider })).toBe('template/scale-of-another');
    expect(unfit({ ...yearly, inputs: yearly.inputs.slice(1) })).toBe(
      'template/part-without-source',
    );
    const { peers: _, ...parts } = pack.parts;
    expect(unfit(yearly, { ...pack, parts })).toBe('template/part-not-rated');
    const { goals: __, ...others } = pack.parts;
    expect(unfit(yearly, { ...pack, parts: others })).toBe('template/part-not-rated');
    const other = { ...yearly, inputs: [{ part: 'all', from: 'goals' } as const] };
    expect(unfit(other)).toBe('template/part-not-rated');
  });
});
