/**
 * Remembers what `make` gives for the keys asked last, `limit` of them; the oldest goes first. For what stays true as
 * long as its owner lives.
 */
export function memoise<Key, Value>(make: (key: Key) => Value, limit: number): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const value = make(key);
    if (known.size >= limit) {
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    }
    known.set(key, value);
    return value;
  };
}
