import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { findDeadLinks } from "./find-dead-links.ts";

const repository = mkdtempSync(join(tmpdir(), "verify-links-"));
afterAll(() => rmSync(repository, { recursive: true }));
mkdirSync(join(repository, "docs"));
mkdirSync(join(repository, "apps", "worker"), { recursive: true });
writeFileSync(join(repository, "README.md"), "");
writeFileSync(join(repository, "docs", "guide.md"), "");

test.each([
  { what: "a link beside the document", text: "[guide](guide.md)", dead: [] },
  { what: "a link with an anchor", text: "[guide](./guide.md#start)", dead: [] },
  { what: "a link upwards", text: "[readme](../README.md)", dead: [] },
  { what: "an address on the web", text: "[docs](https://example.org/x.md) and [top](#top)", dead: [] },
  { what: "a link that leads nowhere", text: "\n[gone](gone.md)", dead: [{ line: 2, target: "gone.md" }] },
  { what: "a quoted path", text: "see `apps/worker`", dead: [] },
  {
    what: "a quoted path that is gone",
    text: "see `apps/gone/main.ts`",
    dead: [{ line: 1, target: "apps/gone/main.ts" }],
  },
  { what: "an example in a code block", text: "```\n[gone](gone.md)\n```", dead: [] },
])("$what is judged rightly", ({ text, dead }) => {
  expect(findDeadLinks(repository, "docs/guide.md", text)).toEqual(dead);
});
