import { useTranslations } from "use-intl";

import type { Audience, Rule } from "./rule-types.ts";

/** What an audience is called: roles of the record stand beside the other kinds. */
export const audienceName = (audience: Audience) => (audience.kind === "role" ? audience.role : audience.kind);

/** The part of an audience that somebody fills in; null where there is none. */
export function audienceValue(audience: Audience): string | null {
  switch (audience.kind) {
    case "person":
    case "department":
      return audience.id;
    case "chat":
      return audience.dialogId;
    case "on_call":
      return audience.rota;
    case "role":
    case "supervisor":
    case "order_department":
      return null;
  }
}

/** When a rule applies and whom it tells, in brief. */
export function useRuleWords(): (rule: Rule) => { when: string; who: string } {
  const t = useTranslations("notifications.rules");
  return ({ trigger, audience }) => ({
    when:
      trigger.kind === "hook"
        ? t(`triggers.${trigger.source}`)
        : `${t(`triggers.${trigger.record}`)}: ${trigger.changes.map((change) => t(`changes.${change}`)).join(", ")}`,
    who: audience
      .map((one) => {
        const kind = t(`audiences.${audienceName(one)}`);
        const value = audienceValue(one);
        return value === null ? kind : t("audienceWith", { kind, value });
      })
      .join(", "),
  });
}
