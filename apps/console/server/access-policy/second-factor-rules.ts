import { type Database, type SecondFactorFrom, secondFactorFrom } from "@botdeck/db";

import { isAtLeast, type Role, ROLES } from "../roles.ts";

export type SessionRules = {
  /** Whoever has this role or more needs a second factor to use it; null asks nobody. Read anew each time. */
  secondFactorFrom: () => Promise<SecondFactorFrom | null>;
};

/** What admins decided, and never less than the environment asks for. @param least The environment's; null asks nobody. */
export function secondFactorRules(db: Database, least: SecondFactorFrom | null): SessionRules {
  return { secondFactorFrom: async () => stricter(await secondFactorFrom(db), least) };
}

/** What somebody may do with or without a second factor: without one that they need, what they could just below those who need it. */
export async function reachOf(
  role: Role,
  hasSecondFactor: boolean,
  rules: SessionRules,
): Promise<{ role: Role; lacksSecondFactor: boolean }> {
  const from = hasSecondFactor || role === "viewer" ? null : await rules.secondFactorFrom();
  if (from === null || !isAtLeast(role, from)) return { role, lacksSecondFactor: false };
  return { role: ROLES[ROLES.indexOf(from) - 1] ?? "viewer", lacksSecondFactor: true };
}

/** The one of two that asks more people; null asks nobody. */
export function stricter(one: SecondFactorFrom | null, other: SecondFactorFrom | null): SecondFactorFrom | null {
  if (one === null || other === null) return one ?? other;
  return isAtLeast(one, other) ? other : one;
}
