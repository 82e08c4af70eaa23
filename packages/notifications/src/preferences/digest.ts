import type { Button } from "@botdeck/core";

import type { Rule } from "../rules/rule.ts";
import type { RuleLanguage } from "../rules/words.ts";

/** A notification that was held, in the order in which they came. */
export type DigestItem = { ruleCode: string; subject: string; line: string };

type Asked = {
  items: readonly DigestItem[];
  /** What rules are called, by code. One that is gone by now has no heading. */
  titles: ReadonlyMap<string, Rule["title"]>;
  language: RuleLanguage;
};

/** More than fits on a phone's screen is not read. */
const MOST_LINES = 24;
const MOST_LINES_OF_RULE = 8;

const WORDS = {
  en: {
    head: (count: number) => `Notifications: ${count}`,
    more: (count: number) => `and ${count} more`,
    settings: "Settings",
  },
  ru: {
    head: (count: number) => `Уведомлений: ${count}`,
    more: (count: number) => `и ещё ${count}`,
    settings: "Настройки",
  },
} as const;

/**
 * What was held for a person, in one message: by rule, the newest word about each record, the longest list cut first. The counts
 * are of records, so what changed five times is one.
 */
export function digestMessage({ items, titles, language }: Asked): { text: string; buttons: Button[][] } {
  const words = WORDS[language];
  const groups = byRule(items);
  const shown = shares(groups.map(({ lines }) => lines.length));
  const sections = groups.map(({ ruleCode, lines }, index) => {
    const count = shown[index] ?? 0;
    const title = titles.get(ruleCode)?.[language];
    const left = lines.length - count;
    return [
      ...(title === undefined ? [] : [lines.length > 1 ? `[b]${title}[/b] (${lines.length})` : `[b]${title}[/b]`]),
      ...lines.slice(0, count).map((line) => `• ${line}`),
      ...(left > 0 ? [words.more(left)] : []),
    ].join("\n");
  });
  const total = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  const head = total > 1 ? [words.head(total)] : [];
  return {
    text: [...head, ...sections].join("\n\n"),
    buttons: [[{ kind: "command", text: words.settings, command: "notifications", params: "" }]],
  };
}

function byRule(items: readonly DigestItem[]): { ruleCode: string; lines: string[] }[] {
  const rules = new Map<string, Map<string, string>>();
  for (const { ruleCode, subject, line } of items) {
    const lines = rules.get(ruleCode) ?? new Map<string, string>();
    lines.set(subject, line);
    rules.set(ruleCode, lines);
  }
  return [...rules].map(([ruleCode, lines]) => ({ ruleCode, lines: [...lines.values()] }));
}

/** How many lines each rule gets: one by one in turn, so that a long list takes nothing from a short one. */
function shares(counts: readonly number[]): number[] {
  const given = counts.map(() => 0);
  for (let left = MOST_LINES; left > 0;) {
    const before = left;
    for (const [index, count] of counts.entries()) {
      const has = given[index] ?? 0;
      if (left === 0 || has >= Math.min(count, MOST_LINES_OF_RULE)) continue;
      given[index] = has + 1;
      left -= 1;
    }
    if (left === before) break;
  }
  return given;
}
