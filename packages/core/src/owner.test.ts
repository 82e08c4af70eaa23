import { expect, test } from "vitest";

import { Owner } from "./owner.ts";

test.each(["bot", "closed", "queue:3", "operator:17", "queue:sales and service"])(
  "%s can own a conversation",
  (owner) => {
    expect(Owner.parse(owner)).toBe(owner);
  },
);

test.each(["", "queue", "queue:", "operator:", "robot", "bot ", "xqueue:3", "closed:1"])("%j cannot", (owner) => {
  expect(Owner.safeParse(owner).success).toBe(false);
});
