import { z } from "zod";

import { REFUSALS } from "./source-refusals/codes.ts";
import { refusals as english } from "./source-refusals/en.ts";
import { refusals as russian } from "./source-refusals/ru.ts";

/** Why a source did not take what it was told, as the timeline keeps it. */
export const Refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof Refusal>;

const WORDS = { en: english, ru: russian } as const;

/** What a refusal means for whoever can mend it. @param status What the source answered, where it has a number. */
export const refusalIn = (refusal: Refusal, status: string, language: keyof typeof WORDS): string =>
  WORDS[language][refusal].replaceAll("{status}", status);
