import type { DownloadRule, EventRule, Faults, RestRule } from "./faults.ts";

export const PRESETS = [
  "slow",
  "unstable",
  "answersLost",
  "tooManyCalls",
  "garbled",
  "eventsLost",
  "eventsDoubled",
  "eventsReordered",
  "deadFiles",
  "expiredTokens",
  "webhooksRevoked",
  "oldRevision",
  "moved",
  "unpaid",
] as const;
export type Preset = (typeof PRESETS)[number];

type Rules = { rest?: RestRule[]; events?: EventRule[]; downloads?: DownloadRule[] };

const RULES: Partial<Record<Preset, Rules>> = {
  slow: { rest: [{ mode: "delay", delayMs: 3000 }] },
  unstable: {
    rest: [
      { mode: "error_502", rate: 0.1 },
      { mode: "drop_before", rate: 0.05 },
    ],
  },
  answersLost: { rest: [{ mode: "drop_after", rate: 0.2 }] },
  tooManyCalls: { rest: [{ mode: "limit_503", rate: 0.3 }] },
  garbled: { rest: [{ mode: "page_200", rate: 0.1 }] },
  eventsLost: { events: [{ mode: "lose", rate: 0.2 }] },
  eventsDoubled: { events: [{ mode: "double" }] },
  eventsReordered: { events: [{ mode: "reorder", rate: 0.5 }] },
  deadFiles: { downloads: [{ mode: "dead" }] },
};

/** True while everything that a preset switches is on. */
export function isOn(faults: Faults, preset: Preset): boolean {
  const rules = RULES[preset];
  if (rules) {
    const has = (list: readonly object[], wanted: readonly object[] = []) =>
      wanted.every((rule) => list.some((one) => isSame(one, rule)));
    return has(faults.rest, rules.rest) && has(faults.events, rules.events) && has(faults.downloads, rules.downloads);
  }
  const { access, portal } = faults;
  switch (preset) {
    case "expiredTokens":
      return access.areTokensExpired;
    case "webhooksRevoked":
      return access.areWebhooksRevoked;
    case "unpaid":
      return access.isPaymentRequired;
    case "oldRevision":
      return portal.isOldRevision;
    default:
      return portal.movedTo !== null;
  }
}

/** The faults with a preset switched on or off; whatever else is switched stays. */
export function withPreset(faults: Faults, preset: Preset, on: boolean): Faults {
  const rules = RULES[preset];
  if (rules) {
    const change = <Rule extends object>(list: Rule[], wanted: Rule[] = []): Rule[] => {
      const others = list.filter((one) => !wanted.some((rule) => isSame(one, rule)));
      return on ? [...others, ...wanted] : others;
    };
    return {
      ...faults,
      rest: change(faults.rest, rules.rest),
      events: change(faults.events, rules.events),
      downloads: change(faults.downloads, rules.downloads),
    };
  }
  const { access, portal } = faults;
  switch (preset) {
    case "expiredTokens":
      return { ...faults, access: { ...access, areTokensExpired: on } };
    case "webhooksRevoked":
      return { ...faults, access: { ...access, areWebhooksRevoked: on } };
    case "unpaid":
      return { ...faults, access: { ...access, isPaymentRequired: on } };
    case "oldRevision":
      return { ...faults, portal: { ...portal, isOldRevision: on } };
    default:
      return { ...faults, portal: { ...portal, movedTo: on ? "auto" : null } };
  }
}

/** The server adds a seed to every rule, so only what the preset says is compared. */
function isSame(rule: object, wanted: object): boolean {
  const { seed: _seed, ...said } = { seed: 1, ...rule };
  const entries = Object.entries(wanted);
  return Object.keys(said).length === entries.length && entries.every(([key, value]) => Reflect.get(said, key) === value);
}
