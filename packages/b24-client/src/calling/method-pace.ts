/** What a call of an unknown method is taken to last. */
const FIRST_GUESS_MS = 100;
/** How much the newest call counts. */
const WEIGHT = 0.2;

export type MethodPace = {
  note(method: string, durationMs: number): void;
  /** How long a call of this method lasts on the portal, in milliseconds. */
  expectedMs(method: string): number;
};

/** Remembers how long the portal takes for each method, so that no batch is packed that cannot be done in time. */
export function createMethodPace(): MethodPace {
  const paces = new Map<string, number>();
  return {
    note(method, durationMs) {
      const known = paces.get(method);
      paces.set(method, known === undefined ? durationMs : known + (durationMs - known) * WEIGHT);
    },
    expectedMs: (method) => paces.get(method) ?? FIRST_GUESS_MS,
  };
}
