/** One sleeper that can be woken. The timer keeps the process up: somebody waits for what comes after it. */
export function createSleep() {
  let wakeUp: (() => void) | null = null;
  return {
    isAsleep: () => wakeUp !== null,
    async start(ms: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      wakeUp = resolve;
      await promise;
      clearTimeout(timer);
      wakeUp = null;
    },
    wake: () => wakeUp?.(),
  };
}
