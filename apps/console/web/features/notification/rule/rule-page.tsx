import { useTranslations } from "use-intl";

import { OnePage } from "../one-page.tsx";
import { useRuleName, useRules } from "../rules/use-rules.ts";
import { usePortalId } from "../use-portal-id.ts";
import { useWrittenOver } from "../use-written-over.ts";
import { RuleForm } from "./rule-form.tsx";

/** One rule, to be read, changed and tried; `code` is null for a new one. */
export function RulePage({ code }: { code: string | null }) {
  const t = useTranslations("notifications.rule");
  const portalId = usePortalId();
  const nameOf = useRuleName();
  const { data: rules, error, refetch } = useRules(portalId);
  const known = rules?.find((rule) => rule.code === code);
  const { key, onWritten, onConflict } = useWrittenOver(known?.seen ?? null);
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
      <RuleForm key={key} portalId={portalId} saved={known ?? null} onWritten={onWritten} onConflict={onConflict} />
    </OnePage>
  );
}
