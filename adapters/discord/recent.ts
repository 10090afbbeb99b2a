/** A bounded memory of what was seen last. Forgets the oldest; nothing correct may depend on it. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  /** True the first time. */
  add(this: Recent<true>, key: string): boolean;
}

export function createRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, Value>();
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.delete(key);
      kept.set(key, value);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    delete: (key) => {
      kept.delete(key);
    },
    add(key) {
      if (this.get(key)) return false;
      this.set(key, true);
      return true;
    },
  };
}
