import { expect, test } from "vitest";

import { maskPayload } from "./mask-payload.ts";

const payload = {
  kind: "message.added",
  person: { id: "5", name: "Anna Field" },
  message: { text: "call +7 900 123-45-67", files: [{ id: "1", name: "Anna's passport.jpg" }] },
  data: { LAST_NAME: "Field", USER: ["anna@field.example"] },
  auth: { access_token: "canary" },
  link: "https://portal.example/rest/1/canary/im",
};

test("whoever may not see personal data gets every field, and nobody in it", () => {
  expect(maskPayload(payload, true)).toEqual({
    kind: "message.added",
    person: { id: "5", name: "A. F." },
    message: { text: "call •••••••", files: [{ id: "1", name: "A. p." }] },
    data: { LAST_NAME: "F.", USER: ["•••@•••"] },
    auth: "***",
    link: "https://portal.example/rest/1/***/im",
  });
});

test("whoever may see it gets it whole, but never a secret", () => {
  const shown = JSON.stringify(maskPayload(payload, false));
  expect(shown).toContain("Anna Field");
  expect(shown).not.toContain("canary");
});
