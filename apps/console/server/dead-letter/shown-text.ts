import { redactText } from "@botdeck/core";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskText } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";

/** An error's words may quote what a person wrote, and an address with its secret. */
export function shownText(text: string | null, role: Role): string | null {
  if (text === null) return null;
  return hidesPersonalData(role) ? maskText(redactText(text)) : redactText(text);
}
