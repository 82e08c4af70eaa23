import { expect, test } from "vitest";

import { lastWords } from "./last-words.ts";

test.each([
  {
    what: "a Node crash",
    lines: [
      "file:///x.ts:3",
      "throw new Error('no port');",
      "^",
      "",
      "Error: no port",
      "    at x.ts:3:7",
      "",
      "Node.js v24.21.0",
    ],
    words: "Error: no port",
  },
  {
    what: "a JSON log with an error",
    lines: [
      '{"level":30,"msg":"listening"}',
      '{"level":60,"msg":"cannot start","err":{"message":"connect error 5433"}}',
    ],
    words: "cannot start: connect error 5433",
  },
  { what: "plain lines", lines: ["one", "two", ""], words: "two" },
  { what: "a coloured line", lines: ["\u001b[31mred\u001b[0m"], words: "red" },
  { what: "silence", lines: [], words: "" },
])("the last words of $what are found", ({ lines, words }) => {
  expect(lastWords(lines)).toBe(words);
});
