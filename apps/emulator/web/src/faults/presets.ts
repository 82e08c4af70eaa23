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

/** Those that are one switch of the portal rather than rules. */
const SWITCHES: Partial<Record<Preset, { isOn(faults: Faults): boolean; turn(faults: Faults, on: boolean): Faults }>> =
  {
    expiredTokens: accessSwitch("areTokensExpired"),
    webhooksRevoked: accessSwitch("areWebhooksRevoked"),
    unpaid: accessSwitch("isPaymentRequired"),
    oldRevision: {
      isOn: ({ portal }) => portal.isOldRevision,
      turn: (faults, on) => ({ ...faults, portal: { ...faults.portal, isOldRevision: on } }),
    },
    moved: {
      isOn: ({ portal }) => portal.movedTo !== null,
      turn: (faults, on) => ({ ...faults, portal: { ...faults.portal, movedTo: on ? "auto" : null } }),
    },
  };

function accessSwitch(name: "areTokensExpired" | "areWebhooksRevoked" | "isPaymentRequired") {
  return {
    isOn: ({ access }: Faults): boolean => access[name],
    turn: (faults: Faults, on: boolean): Faults => ({ ...faults, access: { ...faults.access, [name]: on } }),
  };
}

/** True while everything that a preset switches is on. */
export function isOn(faults: Faults, preset: Preset): boolean {
  const { rest = [], events = [], downloads = [] } = RULES[preset] ?? {};
  const has = (list: readonly object[], wanted: readonly object[]) =>
    wanted.every((rule) => list.some((one) => isSame(one, rule)));
  const hasRules = has(faults.rest, rest) && has(faults.events, events) && has(faults.downloads, downloads);
  return hasRules && (SWITCHES[preset]?.isOn(faults) ?? true);
}

/** The faults with a preset switched on or off; whatever else is switched stays. */
export function withPreset(faults: Faults, preset: Preset, on: boolean): Faults {
  const { rest = [], events = [], downloads = [] } = RULES[preset] ?? {};
  const change = <Rule extends object>(list: Rule[], wanted: Rule[]): Rule[] => {
    const others = list.filter((one) => !wanted.some((rule) => isSame(one, rule)));
    return on ? [...others, ...wanted] : others;
  };
  const changed = {
    ...faults,
    rest: change(faults.rest, rest),
    events: change(faults.events, events),
    downloads: change(faults.downloads, downloads),
  };
  return SWITCHES[preset]?.turn(changed, on) ?? changed;
}

/** The server adds a seed to every rule, so only what the preset says is compared. */
function isSame(rule: object, wanted: object): boolean {
  const { seed: _seed, ...said } = { seed: 1, ...rule };
  const entries = Object.entries(wanted);
  return (
    Object.keys(said).length === entries.length && entries.every(([key, value]) => Reflect.get(said, key) === value)
  );
}
