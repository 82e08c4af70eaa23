import { expect, test } from "vitest";

import { toMessageParts } from "./message-parts.ts";

const buttons = [[{ kind: "say", text: "Yes" } as const]];
const attach = { blocks: [{ kind: "delimiter" } as const] };

test("a long text becomes several messages, and what hangs below it goes with the last", () => {
  const message = { dialogId: "chat5", text: "First one. Second one.", buttons, attach };
  expect(toMessageParts(message, 14)).toEqual([
    { dialogId: "chat5", text: "First one." },
    { dialogId: "chat5", text: "Second one.", buttons, attach },
  ]);
});

test("what fits stays as it is", () => {
  const message = { text: " fits ", buttons };
  expect(toMessageParts(message)).toEqual([message]);
  expect(toMessageParts({ attach })).toEqual([{ attach }]);
});
