import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../../server/root.ts";
import { useShortcutsEnabled } from "../../../components/shortcut-setting.ts";
import { Switch } from "../../../components/switch.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { AccessFrame } from "../access-frame.tsx";
import { FactorSection } from "./factor-section.tsx";
import { NameSection } from "./name-section.tsx";
import { OwnSessions } from "./own-sessions.tsx";
import { PasswordSection } from "./password-section.tsx";
import { PortalSection } from "./portal-section.tsx";
import { Section } from "./section.tsx";
import { TokenSection } from "./token-section.tsx";

export type Account = inferRouterOutputs<AppRouter>["account"]["get"];

/** One's own log-in. */
export function ProfilePage() {
  const t = useTranslations("access.profile");
  const tKeys = useTranslations("shortcuts");
  const tRoles = useTranslations("shell.roles");
  const { isEnabled, enable } = useShortcutsEnabled();
  const { data: account, error, isPending, refetch } = useQuery(useTRPC().account.get.queryOptions());
  useLiveTopic("access", () => void refetch());
  return (
    <AccessFrame
      title={t("title")}
      text={t("text")}
      isPending={isPending}
      error={account === undefined ? error : null}
      onRetry={() => void refetch()}
    >
      {account !== undefined && (
        <>
          {account.lacksSecondFactor && (
            <p role="status" className="rounded-lg bg-warning-tint px-3 py-2 text-warning">
              {t("needsFactor", { role: tRoles(account.role) })}
            </p>
          )}
          <NameSection key={account.name} account={account} />
          <PasswordSection account={account} />
          <FactorSection account={account} />
          <PortalSection account={account} />
          <TokenSection account={account} />
          <OwnSessions />
          <Section title={t("shortcuts")}>
            <Switch label={tKeys("enabled")} hint={tKeys("enabledHint")} isOn={isEnabled} onChange={enable} />
          </Section>
        </>
      )}
    </AccessFrame>
  );
}
