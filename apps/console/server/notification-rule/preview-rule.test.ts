import { NotifySettings } from "@botdeck/bots";
import { BUILT_IN_RULES, checkRule } from "@botdeck/notifications";
import { expect, test } from "vitest";

import { previewRule } from "./preview-rule.ts";

const settings = NotifySettings.parse({});

test.each(BUILT_IN_RULES)("$code is free of faults, and its preview leaves nothing unsaid", (rule) => {
  expect(checkRule(rule).faults).toEqual([]);
  for (const { text, card } of Object.values(previewRule(rule, settings))) {
    expect(text).not.toMatch(/[{}…—]/);
    const rows = card?.blocks.flatMap((block) => (block.kind === "rows" ? block.rows : [])) ?? [];
    expect(rows).toHaveLength(rule.template.en.rows.length);
    for (const { value } of rows) expect(value).not.toMatch(/[{}…—]/);
  }
});
