import { describe, expect, it } from '@jest/globals';
import { reject, type Decider } from './index.ts';
import { specification } from './spec.ts';

type Door = { open: boolean; acts: number };
const door: Decider<'open' | 'break' | 'spoil', Door, 'Opened'> = {
  initial: { open: false, acts: 0 },
  evolve: (state) => ({ open: true, acts: state.acts + 1 }),
  decide: (command, state) => {
    if (command === 'break') return reject('door/solid', 'It does not break.');
    if (command === 'spoil') state.acts = 9;
    return state.open ? [] : ['Opened'];
  },
};

describe('the given/when/then language', () => {
  const { given } = specification(door);

  it('holds accepted and rejected cases', () => {
    given().when('open').then('Opened');
    given('Opened').when('open').nothing();
    given().when('break').rejects('door/solid');
  });

  it('fails a case that is told wrongly', () => {
    expect(() => given().when('open').then()).toThrow();
    expect(() => given().when('open').nothing()).toThrow();
    expect(() => given().when('open').rejects('door/solid')).toThrow('accepted');
    expect(() => given().when('break').then('Opened')).toThrow('door/solid');
    expect(() => given().when('break').rejects('door/locked')).toThrow();
  });

  it('fails a decider that decides something twice', () => {
    const forgetful = { ...door, decide: () => ['Opened' as const] };
    expect(() => specification(forgetful).given().when('open').then('Opened')).toThrow(
      'the same command again decided something',
    );
    const sulky: typeof door = {
      ...door,
      decide: (_, state) => (state.open ? reject('door/open', 'It is open.') : ['Opened']),
    };
    expect(() => specification(sulky).given().when('open').then('Opened')).toThrow('door/open');
  });

  it('fails a decider that changes the state it was given', () => {
    expect(() => given().when('spoil')).toThrow('changed the state');
  });
});
