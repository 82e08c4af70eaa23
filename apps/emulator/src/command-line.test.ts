import { expect, test } from "vitest";

import { HELP, readFlags } from "./command-line.ts";

test("flags are read, and each wrong one is refused with the help", () => {
  expect(readFlags(["--port", "0", "--limit", "500/20", "--record", "calls.jsonl"])).toEqual({
    port: 0,
    limit: "500/20",
    record: "calls.jsonl",
  });
  expect(readFlags(["-h"])).toEqual({ help: true });
  for (const wrong of [
    ["--port", "many"],
    ["--port", "70000"],
    ["--limit", "fast"],
    ["--limit", "0/2"],
    ["--prot", "1"],
  ]) {
    expect(() => readFlags(wrong)).toThrow(HELP);
  }
});
