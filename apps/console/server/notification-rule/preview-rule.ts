import type { Button, Card } from "@botdeck/core";
import { type Rule, ruleCard, type RuleLanguage } from "@botdeck/notifications";
import type { NotifySettings } from "@botdeck/bots";

import { madeUpEvent } from "./made-up-record.ts";

/** A notification as it is shown in the chat. */
export type Preview = { text: string; card: Card | null; buttons: Button[][] };

/** What people would see, in each language, with made-up values. */
export function previewRule(rule: Rule, settings: NotifySettings): Record<RuleLanguage, Preview> {
  const previewIn = (language: RuleLanguage): Preview => {
    const values = { ...madeUpEvent(rule, language), settings };
    const options = { language, timeZone: settings.timeZone };
    const subject = rule.trigger.kind === "record" ? `${rule.trigger.record}:17` : "payment:17";
    const { text, card, buttons } = ruleCard({ rule, values, subject, notificationId: "preview", options });
    return { text, card, buttons };
  };
  return { en: previewIn("en"), ru: previewIn("ru") };
}
