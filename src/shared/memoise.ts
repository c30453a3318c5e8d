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

/** Works out once for each object what `make` gives for it, and forgets it with the object. */
export function memoiseFor<Owner extends object, Value>(
  make: (owner: Owner) => Value,
): (owner: Owner) => Value {
  const known = new WeakMap<Owner, { readonly value: Value }>();
  return (owner) => {
    const held = known.get(owner);
    if (held !== undefined) return held.value;
    const value = make(owner);
    known.set(owner, { value });
    return value;
  };
}
