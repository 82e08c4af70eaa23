import { buttonLook, EmptyState } from "@botdeck/ui";
import { Link, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { BackTitle } from "../back-title.tsx";
import { RoomPage } from "../room-page.tsx";
import { useRuleName, useRules } from "../rules/use-rules.ts";
import { usePortalId } from "../use-portal-id.ts";
import { RuleForm } from "./rule-form.tsx";

/** One rule, to be read, changed and tried; `code` is null for a new one. */
export function RulePage({ code }: { code: string | null }) {
  const t = useTranslations("notifications.rule");
  const portalId = usePortalId();
  const { portal } = useSearch({ strict: false });
  const nameOf = useRuleName();
  // What is being written stays while the page looks again; only a conflict shows what somebody else made of the rule.
  const [version, setVersion] = useState(0);
  const { data: rules, error, refetch } = useRules(portalId);
  const known = rules?.find((rule) => rule.code === code);
  const isMissing = rules !== undefined && code !== null && known === undefined;
  const title = known === undefined ? t("new") : nameOf(known);
  return (
    <RoomPage
      isWide
      title={
        <BackTitle to="/notifications/rules" label={t("back")}>
          {title}
        </BackTitle>
      }
      tabTitle={title}
      isPending={rules === undefined}
      error={rules === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {isMissing ? (
        <EmptyState
          icon={<SearchX />}
          title={t("missing.title")}
          text={t("missing.text")}
          action={
            <Link to="/notifications/rules" search={{ portal }} className={buttonLook()}>
              {t("missing.action")}
            </Link>
          }
        />
      ) : (
        <RuleForm
          key={version}
          portalId={portalId}
          saved={known ?? null}
          onConflict={() => setVersion((before) => before + 1)}
        />
      )}
    </RoomPage>
  );
}
