/** What has come and was not read yet. */
export type Inbox<Item> = {
  push(item: Item): void;
  /** The next item; null when none came within so many milliseconds. */
  next(withinMs: number): Promise<Item | null>;
};

export function createInbox<Item>(): Inbox<Item> {
  const waiting: Item[] = [];
  let onPush: (() => void) | null = null;
  return {
    push(item) {
      waiting.push(item);
      onPush?.();
    },
    async next(withinMs) {
      if (waiting.length === 0 && withinMs > 0) {
        const { promise, resolve } = Promise.withResolvers<void>();
        const timer = setTimeout(resolve, withinMs);
        onPush = resolve;
        await promise;
        clearTimeout(timer);
        onPush = null;
      }
      return waiting.shift() ?? null;
    },
  };
}
