import { plainWords } from "@botdeck/core";

export { plainWords } from "@botdeck/core";

/** What a text is written with, when some of it is a person's words: no tag of theirs may work in the bot's name. */
export const plainValues = (values: Readonly<Record<string, string | number>> = {}): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? plainWords(value) : value]),
  );
