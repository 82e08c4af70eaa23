import { expect, test } from "vitest";
import type { Faults } from "./faults.ts";
import { isOn, PRESETS, withPreset } from "./presets.ts";

const CALM: Faults = {
  rest: [],
  events: [],
  downloads: [],
  access: { areTokensExpired: false, revokedApps: [], areWebhooksRevoked: false, isPaymentRequired: false },
  portal: { isOldRevision: false, movedTo: null, isHttpsRequired: false },
  limits: { requests: "50/2", operatingS: 480, costs: [] },
  lifetimes: { fileLinkS: 60, isRefreshOneShot: true },
};

test.each(PRESETS)(
  "the preset %s is off on a calm portal, on after it was switched, and leaves no trace when off again",
  (preset) => {
    const on = withPreset(CALM, preset, true);
    expect(isOn(CALM, preset)).toBe(false);
    expect(isOn(on, preset)).toBe(true);
    expect(withPreset(on, preset, false)).toEqual(CALM);
  },
);

test("a preset leaves other rules alone, and knows its own as the portal writes it back", () => {
  const own = { mode: "delay", delayMs: 3000, seed: 1 } as const;
  const other = { mode: "delay", delayMs: 500, method: "^crm", seed: 1 } as const;
  const faults: Faults = { ...CALM, rest: [own, other] };
  expect(isOn(faults, "slow")).toBe(true);
  expect(withPreset(faults, "slow", false).rest).toEqual([other]);
});
