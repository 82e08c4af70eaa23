import { expect, test } from "vitest";

import { isPersonName } from "./person-name.ts";

test("names are told from what messengers put in their place", () => {
  for (const name of ["Anna", "Анна Петрова", "Li", "Jean-Luc"]) expect(isPersonName(name), name).toBe(true);
  for (const name of ["", "user8841", "id55120", "Гость", "Guest 12", "+7916", "🙂", "an_na"]) {
    expect(isPersonName(name), name).toBe(false);
  }
});
