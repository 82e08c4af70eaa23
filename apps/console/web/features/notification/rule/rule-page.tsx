import { useState } from "react";
import { useTranslations } from "use-intl";

import { OnePage } from "../one-page.tsx";
import { useRuleName, useRules } from "../rules/use-rules.ts";
import { usePortalId } from "../use-portal-id.ts";
import { RuleForm } from "./rule-form.tsx";

/** One rule, to be read, changed and tried; `code` is null for a new one. */
export function RulePage({ code }: { code: string | null }) {
  const t = useTranslations("notifications.rule");
  const portalId = usePortalId();
  const nameOf = useRuleName();
  // What is being written stays while the page looks again; only a conflict shows what somebody else made of the rule.
  const [version, setVersion] = useState(0);
  const { data: rules, error, refetch } = useRules(portalId);
  const known = rules?.find((rule) => rule.code === code);
  const isMissing = rules !== undefined && code !== null && known === undefined;
  const title = known === undefined ? t("new") : nameOf(known);
  return (
    <OnePage
      isWide
      list={{ to: "/notifications/rules", label: t("back") }}
      title={title}
      missing={isMissing ? { title: t("missing.title"), text: t("missing.text"), action: t("missing.action") } : null}
      isPending={rules === undefined}
      error={rules === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      <RuleForm
        key={version}
        portalId={portalId}
        saved={known ?? null}
        onConflict={() => setVersion((before) => before + 1)}
      />
    </OnePage>
  );
}
