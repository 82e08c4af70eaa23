import { createLogger } from "@botdeck/telemetry";
import { expect, test } from "vitest";

import { createRefusalLog } from "./refusal-log.ts";

test("a crowd that is refused does not fill the log, and is counted in it", () => {
  const lines: string[] = [];
  const log = createLogger({ name: "test", level: "info", write: (line) => lines.push(line) });
  let nowMs = 0;
  const tell = createRefusalLog(() => nowMs);
  for (let index = 0; index < 5_000; index++) tell(log, { level: "info", facts: {}, text: "request is refused" });
  expect(lines).toHaveLength(20);

  nowMs = 1_000;
  tell(log, { level: "error", facts: {}, text: "request failed" });
  expect(lines.slice(20).map((line): unknown => JSON.parse(line))).toMatchObject([
    { level: "warn", more: 4_980 },
    { level: "error", msg: "request failed" },
  ]);
});
