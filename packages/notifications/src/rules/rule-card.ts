import { type Button, type Card, plainWords } from "@botdeck/core";

import { fillText, fillValue, type TemplateOptions, type TemplateValues } from "./fill-template.ts";
import type { NamedRule } from "./rule.ts";
import { BUTTON_WORDS } from "./words.ts";

/** A notification as it is shown. */
export type RuleCard = {
  /** The message itself: all that matters, for push and e-mail show nothing else. */
  text: string;
  card: Card | null;
  buttons: Button[][];
  /** In one line, for a digest. */
  line: string;
};

type Asked = {
  rule: Pick<NamedRule, "template" | "buttons" | "tone">;
  values: TemplateValues;
  /** What it is about, such as `deal:17`. */
  subject: string;
  notificationId: string;
  options: TemplateOptions;
};

/** A rule's card about one event: its template filled in, and the buttons that fit. */
export function ruleCard({ rule, values, subject, notificationId, options }: Asked): RuleCard {
  const { title, rows } = rule.template[options.language];
  const text = fillText(title, values, options);
  const filled = rows.flatMap(({ name, value }) => {
    const shown = fillValue(value, values, options);
    return shown === null ? [] : [{ name: fillText(name, values, options), value: shown }];
  });
  const url = urlOf(values);
  const buttons = rule.buttons.flatMap((button): Button[] => {
    const words = BUTTON_WORDS[options.language][button];
    switch (button) {
      case "open":
        return url === null ? [] : [{ kind: "link", text: words, url }];
      case "take":
        return [{ kind: "command", text: words, command: "take", params: subject }];
      case "complete":
        return [{ kind: "command", text: words, command: "complete", params: subject }];
      case "why":
        return [{ kind: "command", text: words, command: "why", params: notificationId }];
    }
  });
  return {
    text,
    card: filled.length === 0 ? null : { tone: rule.tone, blocks: [{ kind: "rows", rows: filled }] },
    buttons: buttons.length === 0 ? [] : [buttons],
    line: lineOf(text, url),
  };
}

/** Its own tags would break the link. */
const lineOf = (text: string, url: string | null): string =>
  url === null ? plainWords(text) : `[url=${url}]${plainWords(text)}[/url]`;

/** An address that may be opened; whatever a post of another system put there is none. */
function urlOf({ record }: TemplateValues): string | null {
  const url = record?.["url"];
  return typeof url === "string" && /^https?:\/\/[^\s[\]]+$/i.test(url) && URL.canParse(url) ? url : null;
}
