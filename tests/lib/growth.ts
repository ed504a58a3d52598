/**
 * How many times as long `work` takes with eight times the input: about 8 where it is linear, 64 where it is quadratic. The
 * best of three runs each, so that what else the machine does at that moment counts little.
 *
 * @param size of the smaller input; large enough that the work outweighs what is done before it
 */
export async function growth(work: (size: number) => unknown, size: number): Promise<number> {
  const best = async (of: number) => {
    const taken: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const start = performance.now();
      await work(of);
      taken.push(performance.now() - start);
    }
    return Math.min(...taken);
  };
  const small = await best(size);
  return (await best(8 * size)) / small;
}

/** Between the two, and nearer to linear: caches grow too small on the way. */
export const LINEAR = 24;
