/** Greedy one-to-one matching: how many of the gold were read, what is missing, and what the gold has not. */
export function matchOneToOne<T>(
  gold: readonly T[],
  read: readonly T[],
  isSame: (gold: T, read: T) => boolean,
): { hits: number; missed: T[]; extra: T[] } {
  const free = [...read];
  const missed: T[] = [];
  for (const wanted of gold) {
    const index = free.findIndex((candidate) => isSame(wanted, candidate));
    if (index < 0) missed.push(wanted);
    else free.splice(index, 1);
  }
  return { hits: gold.length - missed.length, missed, extra: free };
}
