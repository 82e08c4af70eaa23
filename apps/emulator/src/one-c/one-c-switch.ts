import { z } from "zod";

/** How the order server is: `slow` answers late, `away` answers 503. */
export const OneCMode = z.strictObject({
  mode: z.enum(["well", "slow", "away"]),
  slowMs: z.number().int().min(0).max(600_000).default(30_000),
});
export type OneCMode = z.infer<typeof OneCMode>;

/** The switch of the order server's faults, and what came to it so far. */
export type OneCSwitch = {
  read(): OneCMode & { requests: number };
  set(mode: OneCMode): void;
  countRequest(): void;
};

export function createOneCSwitch(): OneCSwitch {
  let current: OneCMode = { mode: "well", slowMs: 30_000 };
  let requests = 0;
  return {
    read: () => ({ ...current, requests }),
    set: (mode) => void (current = mode),
    countRequest: () => void (requests += 1),
  };
}
