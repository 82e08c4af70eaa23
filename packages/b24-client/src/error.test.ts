import { ERROR_CODES } from "@botdeck/core";
import { expect, test } from "vitest";

import { B24Error } from "./error.ts";

const failed = (code: (typeof ERROR_CODES)[number], portalCode: string | null = null) =>
  new B24Error(code, "It failed", { method: "scope", outcome: "not_applied", portalCode });

test.each(ERROR_CODES)(
  "a failure called %s says whether it may be tried again, and what a person should do",
  (code) => {
    const error = failed(code);
    expect(typeof error.isRetryable).toBe("boolean");
    expect(error.advice).toMatch(/^[A-Z].*\.$/);
  },
);

test("the portal's own code is kept, and its advice is better than the general one", () => {
  const error = failed("forbidden", "insufficient_scope");
  expect(error.portalCode).toBe("insufficient_scope");
  expect(error.advice).toBe("Add the missing scope to the webhook or the app.");
  expect(failed("forbidden", "SOMETHING_ELSE").advice).toBe(failed("forbidden").advice);
});
