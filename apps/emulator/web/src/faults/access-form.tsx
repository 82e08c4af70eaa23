import { useTranslations } from "use-intl";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import type { Faults } from "./faults.ts";
import { Toggle } from "./toggle.tsx";

type Props = { faults: Faults; onChange: (next: Partial<Faults>) => void };

const ACCESS = ["areTokensExpired", "areWebhooksRevoked", "isPaymentRequired"] as const;
const PORTAL = ["isOldRevision", "isHttpsRequired"] as const;

/** Who may still call the portal, and what kind of portal it is. */
export function AccessForm({ faults, onChange }: Props) {
  const t = useTranslations("faults");
  const { api } = usePortal();
  const platform = useLive("platform", api.platform, (news) => news.type === "faults");
  const { access, portal } = faults;
  const isRevoked = (clientId: string) => access.revokedApps.includes(clientId);
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-lg font-semibold">{t("accessTitle")}</h2>
      {ACCESS.map((name) => (
        <Toggle
          key={name}
          label={t(`access.${name}`)}
          text={t(`accessText.${name}`)}
          isOn={access[name]}
          onChange={(on) => onChange({ ...faults, access: { ...access, [name]: on } })}
        />
      ))}
      {platform.data?.apps.map(({ clientId, name }) => (
        <Toggle
          key={clientId}
          label={t("access.revokeApp", { name })}
          text={t("accessText.revokeApp")}
          isOn={isRevoked(clientId)}
          onChange={(on) => {
            const others = access.revokedApps.filter((one) => one !== clientId);
            onChange({ ...faults, access: { ...access, revokedApps: on ? [...others, clientId] : others } });
          }}
        />
      ))}
      {PORTAL.map((name) => (
        <Toggle
          key={name}
          label={t(`portal.${name}`)}
          text={t(`portalText.${name}`)}
          isOn={portal[name]}
          onChange={(on) => onChange({ ...faults, portal: { ...portal, [name]: on } })}
        />
      ))}
      <Toggle
        label={t("portal.moved")}
        text={portal.movedTo ? t("portal.movedTo", { address: portal.movedTo }) : t("portalText.moved")}
        isOn={portal.movedTo !== null}
        onChange={(on) => onChange({ ...faults, portal: { ...portal, movedTo: on ? "auto" : null } })}
      />
    </section>
  );
}
