import { findEntities, type Understood, type Words } from "@botdeck/dialog";

import type { StoreIntent } from "../intents.ts";

/** A model that is not sure of any words: what it makes of them is given, and the rest is up to what they name. */
export const unsure =
  (...intents: readonly (readonly [StoreIntent, number])[]) =>
  async ({ text, ...around }: Words): Promise<Understood> => ({
    intents: intents.map(([intent, confidence]) => ({ intent, confidence })),
    provider: "embedded",
    fellBackFrom: null,
    entities: findEntities(text, { ...around, direction: "past" }),
  });
