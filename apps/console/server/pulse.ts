/** A wake-up for many, without content: those that come while a subscriber is busy are one. */
export type Pulse = {
  beat: () => void;
  /** Beats until the signal aborts; the first comes at once, so that nothing falls between reading and subscribing. */
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<void, void>;
  close(): void;
};

export function createPulse(): Pulse {
  const wakers = new Set<() => void>();
  let isClosed = false;

  const wakeAll = () => {
    for (const wake of wakers) wake();
  };

  async function* subscribe(signal: AbortSignal | undefined): AsyncGenerator<void, void> {
    let next = Promise.withResolvers<void>();
    const wake = () => next.resolve();
    wakers.add(wake);
    signal?.addEventListener("abort", wake, { once: true });
    try {
      while (!isClosed && signal?.aborted !== true) {
        next = Promise.withResolvers<void>();
        yield;
        await next.promise;
      }
    } finally {
      wakers.delete(wake);
      signal?.removeEventListener("abort", wake);
    }
  }

  return {
    beat: wakeAll,
    subscribe,
    close() {
      isClosed = true;
      wakeAll();
    },
  };
}
