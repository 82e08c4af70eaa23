import { z } from "zod";

/** What the portal does wrong on purpose, and to which calls. */
export const RestFault = z.object({
  mode: z.enum(["none", "drop_after", "drop_before", "error_500", "limit_503", "delay"]),
  /** A regular expression that the method's name has to match; without it every method does. */
  method: z.string().refine(isPattern, "has to be a regular expression").optional(),
  delayMs: z.number().int().min(0).max(120_000).optional(),
  /** How many calls are hit; without it all, until the switch is set back. */
  times: z.number().int().positive().optional(),
});
export type RestFault = z.infer<typeof RestFault>;

export const Faults = z.object({ rest: RestFault.optional() });
export type Faults = z.infer<typeof Faults>;

export type FaultSwitch = {
  read(): Faults;
  set(faults: Faults): void;
  /** The fault that hits a call with these method names (a batch has several), counted down; null for none. */
  take(methods: string[]): RestFault | null;
};

export function createFaultSwitch(): FaultSwitch {
  let rest: RestFault = { mode: "none" };
  return {
    read: () => ({ rest }),
    set(faults) {
      rest = faults.rest ?? { mode: "none" };
    },
    take(methods) {
      const hit = rest;
      if (hit.mode === "none") return null;
      const pattern = new RegExp(hit.method ?? "", "i");
      if (!methods.some((method) => pattern.test(method))) return null;
      if (hit.times !== undefined) rest = hit.times > 1 ? { ...hit, times: hit.times - 1 } : { mode: "none" };
      return hit;
    },
  };
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
