import { EFFECT_LANE, type EffectKind } from "@botdeck/core";

import type { Carriers } from "./carrier.ts";

/** Those of what somebody waits for, and those of what leaves when nothing else has to. */
export function partByPatience(carriers: Carriers): { prompt: Carriers; patient: Carriers } {
  const isPatient = (kind: string) => EFFECT_LANE[kind as EffectKind] === "digest"; // safe: Carriers has no other keys
  const part = (wanted: boolean): Carriers =>
    Object.fromEntries(Object.entries(carriers).filter(([kind]) => isPatient(kind) === wanted));
  return { prompt: part(false), patient: part(true) };
}
