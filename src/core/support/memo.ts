// What was computed once is kept, up to a bound: a full memory forgets what it learned first. In: a map, its bound, a key and how
// to compute the value. Out: the value, the same whether it was remembered or not; so `make` must be a pure function of the key.

/** The value kept under the key, or made now and kept. */
export function remembered<K, V extends object | number>(
  memory: Map<K, V>,
  bound: number,
  key: K,
  make: (key: K) => V,
): V {
  const known = memory.get(key)
  if (known !== undefined) return known
  const made = make(key)
  if (memory.size >= bound) {
    const [first] = memory.keys()
    if (first !== undefined) memory.delete(first)
  }
  memory.set(key, made)
  return made
}
