// The browser's storage where it is allowed, memory where it is not (private windows, strict settings).
export function keeperOf(pick) {
  try {
    const storage = pick();
    storage.setItem('zimun', '1');
    storage.removeItem('zimun');
    return storage;
  } catch {
    const kept = new Map();
    return {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    };
  }
}
