import { NO_ENTITIES } from "../../entities/entities.ts";
import type { Said } from "../said.ts";

/** Words as a dialog hears them: with nothing understood, unless `more` says so. */
export const said = (text: string, more: Partial<Said> = {}): Said => ({
  text,
  files: [],
  understood: { intents: [], provider: "none", fellBackFrom: null, entities: NO_ENTITIES },
  pressed: null,
  today: "2026-11-21",
  sure: null,
  leaning: null,
  ...more,
});
