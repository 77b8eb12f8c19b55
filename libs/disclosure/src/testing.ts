/** Whether anything small is given away, by trying everything: what tests hold releases to. */
export { isGivenAway, type Known } from './derivable.testing.ts';
