import type { ReportStep } from "@botdeck/crm";

/** A message is not changed more often, in milliseconds: each change is a request of the portal, whose budget is for reading. */
const EVERY_MS = 2_000;

/** Shows how far something has come, in one message that is changed now and then. */
export function showProgress({
  say,
  keyPrefix,
  textOf,
  now = Date.now,
}: {
  /** @param key Names the change. */
  say: (text: string, key: string) => Promise<void>;
  keyPrefix: string;
  textOf: (step: ReportStep) => string;
  now?: () => number;
}): { note(step: ReportStep): void; settled(): Promise<void> } {
  let [shownAt, count, last] = [now(), 0, ""];
  let saying: Promise<void> = Promise.resolve();
  return {
    note(step) {
      const text = textOf(step);
      if (text === last || now() - shownAt < EVERY_MS) return;
      shownAt = now();
      last = text;
      count += 1;
      const key = `${keyPrefix}:${count}`;
      // What cannot be shown now is no reason to read no further.
      saying = saying.then(() => say(text, key)).catch(() => {});
    },
    settled: () => saying,
  };
}
