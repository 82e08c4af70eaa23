import { expect, test } from "vitest";

import { addressedTo } from "./address.ts";

test("a mention that does not end takes none of the words far behind it away", () => {
  const words = `[USER=900]${"and more words ".repeat(60)}`;
  expect(addressedTo(`${words}[USER=900]Team[/USER] lunch`, "900")).toBe(`${words} lunch`.replace("  ", " "));
});
