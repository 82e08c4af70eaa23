import { expect, test } from "vitest";

import { startTestPortal } from "../testing/test-portal.ts";
import { STANDARD_LIMITS } from "./bucket-limits.ts";

test("the bucket refuses the 51st call at once, and takes two more a second later", async () => {
  const world = await startTestPortal({ limits: STANDARD_LIMITS });
  const replies = await Promise.all(Array.from({ length: 51 }, () => world.rest("server.time")));
  const refused = replies.filter(({ status }) => status !== 200);

  expect(refused.map(({ status, body }) => [status, body["error"]])).toEqual([[503, "QUERY_LIMIT_EXCEEDED"]]);

  world.pass(1);
  const later = [await world.rest("server.time"), await world.rest("server.time"), await world.rest("server.time")];
  expect(later.map(({ status }) => status)).toEqual([200, 200, 503]);
});
