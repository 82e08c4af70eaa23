import { buttonLook } from "@botdeck/ui";
import { Link, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";

import { RoomPage } from "../room-page.tsx";
import { usePortalId } from "../use-portal-id.ts";
import { useRole } from "../use-role.ts";
import { RuleRow } from "./rule-row.tsx";
import type { PortalRule } from "./rule-types.ts";
import { useRules } from "./use-rules.ts";
import { useSwitchRule } from "./use-switch-rule.ts";

/** The rules of a portal: those that come built in, and its own. */
export function RulesPage() {
  const t = useTranslations("notifications.rules");
  const portalId = usePortalId();
  const { portal } = useSearch({ strict: false });
  const { isKnown, isLead } = useRole();
  const { data: rules, error, refetch } = useRules(portalId);
  const { switchRule, isSwitching } = useSwitchRule(portalId);
  const own = rules?.filter(({ isBuiltIn }) => !isBuiltIn) ?? [];
  const listOf = (shown: readonly PortalRule[]) => (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {shown.map((rule) => (
        <RuleRow
          key={rule.code}
          portal={portal}
          rule={rule}
          mayChange={isLead}
          isSwitching={isSwitching(rule.code)}
          onSwitch={switchRule}
        />
      ))}
    </ul>
  );
  return (
    <RoomPage
      title={t("title")}
      tabTitle={t("title")}
      text={isKnown && !isLead ? `${t("text")} ${t("readOnly")}` : t("text")}
      isPending={rules === undefined}
      error={rules === undefined ? error : null}
      onRetry={() => void refetch()}
      actions={
        isLead && (
          <Link
            to="/notifications/rules/$code"
            params={{ code: "new" }}
            search={{ portal }}
            className={buttonLook({ variant: "primary" })}
          >
            <Plus aria-hidden />
            {t("add")}
          </Link>
        )
      }
    >
      <section className="flex flex-col gap-2">
        <h3 className="font-medium text-ink-muted">{t("own")}</h3>
        {own.length === 0 ? <p className="text-ink-muted">{t("ownEmpty")}</p> : listOf(own)}
      </section>
      <section className="flex flex-col gap-2">
        <h3 className="font-medium text-ink-muted">{t("builtIn")}</h3>
        {listOf(rules?.filter(({ isBuiltIn }) => isBuiltIn) ?? [])}
      </section>
    </RoomPage>
  );
}
