/** Each role may do what those before it may. */
export const ROLES = ["viewer", "operator", "lead", "admin"] as const;
export type Role = (typeof ROLES)[number];

export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The role a stored text stands for; null for a word that is none, which then may do nothing. */
export function roleOf(text: string): Role | null {
  return ROLES.find((role) => role === text) ?? null;
}

export function lesserRole(one: Role, other: Role): Role {
  return isAtLeast(one, other) ? other : one;
}
