/** A value that can be read now and watched; `get` answers the same object until it changes. */
export type Observable<T> = { get(): T; subscribe(onChange: () => void): () => void };

/** An observable that its owner can set. */
export type Source<T> = Observable<T> & { set(value: T): void };

/** An observable with a first value. Listeners hear of every `set`, in the order they came. */
export function createObservable<T>(first: T): Source<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
