const sign = 'deskside:alive';

/** In a worker that was started with a `name`: lets its page notice when it ends, in whatever way. */
export function showLife(): void {
  void navigator.locks.request(self.name, () => {
    self.postMessage(sign);
    return new Promise(() => {});
  });
}

/**
 * Calls back once when the worker of that unique name is gone. An `error` event tells of a script that throws only; a
 * worker that is closed or killed says nothing, but lets go of the lock it holds.
 */
export function watchLife(worker: Worker, name: string, onGone: () => void): void {
  worker.addEventListener('message', ({ data }) => {
    if (data === sign) void navigator.locks.request(name, onGone);
  });
}
