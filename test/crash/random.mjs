// One seed, one run: random numbers that can be drawn again.
import { createHash } from 'node:crypto';

/** A function that draws an integer from 0 up to, not including, a bound. */
export function randomFrom(seed) {
  let drawn = 0;
  return (bound) => {
    const hash = createHash('sha256')
      .update(`${seed}/${(drawn += 1)}`)
      .digest();
    return hash.readUInt32BE(0) % bound;
  };
}
