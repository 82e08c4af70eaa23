import type { PassTarget } from "./use-desk-acts.ts";

/** As portals number lines and users. */
export const isPortalNumber = (text: string): boolean => /^[1-9]\d{0,19}$/.test(text.trim());

/**
 * What a choice means: `queue`, `line:<id>`, `person:<id>`, or without the id what is typed beside it. Null as long as that is
 * no number.
 */
export function targetOf(chosen: string, typed: string): PassTarget | null {
  if (chosen === "queue") return { kind: "queue" };
  const [kind, known = ""] = chosen.split(":");
  const id = known === "" ? typed.trim() : known;
  if (!isPortalNumber(id)) return null;
  return kind === "line" ? { kind, id } : { kind: "person", id };
}
