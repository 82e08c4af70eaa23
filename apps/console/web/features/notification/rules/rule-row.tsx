import { Badge } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";

import { Switch } from "../../../components/switch.tsx";
import { useShortTime } from "../../../components/use-short-time.ts";
import type { PortalRule } from "./rule-types.ts";
import { useRuleWords } from "./rule-words.ts";
import { useRuleName } from "./use-rules.ts";

type Props = {
  portal: string | undefined;
  rule: PortalRule;
  mayChange: boolean;
  isSwitching: boolean;
  onSwitch: (rule: PortalRule, isEnabled: boolean) => Promise<void>;
};

/** One rule: what it is called, when it applies and whom it tells, whether it is on, and what was wrong the last time. */
export function RuleRow({ portal, rule, mayChange, isSwitching, onSwitch }: Props) {
  const t = useTranslations("notifications.rules");
  const locale = useLocale();
  const shortTime = useShortTime();
  const words = useRuleWords();
  const name = useRuleName()(rule);
  const inBrief = rule.rule && words(rule.rule);
  return (
    <li data-rule={rule.code} className="flex items-start gap-3 px-4 py-3">
      <div className="min-w-0 flex-1 space-y-0.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            to="/notifications/rules/$code"
            params={{ code: rule.code }}
            search={{ portal }}
            className="font-medium wrap-anywhere text-ink underline-offset-2 hover:underline"
          >
            {name}
          </Link>
          {rule.rule?.urgency === "urgent" && <Badge tone="danger">{t("urgencies.urgent")}</Badge>}
          {rule.rule?.urgency === "calm" && <Badge>{t("urgencies.calm")}</Badge>}
          {rule.rule?.delivery === "digest" && <Badge>{t("deliveries.digest")}</Badge>}
          {rule.isChanged && <Badge tone="bot">{t("changed")}</Badge>}
        </div>
        {inBrief !== null && (
          <p className="text-sm wrap-anywhere text-ink-muted">
            {inBrief.when} → {inBrief.who}
          </p>
        )}
        {inBrief === null && <p className="text-sm text-danger">{t("unreadable")}</p>}
        {rule.lastError !== null && (
          <p className="flex gap-1.5 text-sm wrap-anywhere text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {t("fault", {
              time: rule.lastErrorAt === null ? "" : shortTime(rule.lastErrorAt),
              reason: rule.lastError[locale],
            })}
          </p>
        )}
      </div>
      <Switch
        isLabelHidden
        label={t("isOn", { name })}
        isOn={rule.isEnabled}
        isDisabled={!mayChange || isSwitching || rule.rule === null}
        onChange={(isEnabled) => void onSwitch(rule, isEnabled)}
      />
    </li>
  );
}
