import { buttonLook } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Desk } from "./use-desk.ts";

const WHY = { over: "over", not_linked: "notLinked", no_chat: "noChat" } as const;

/** Why what one writes would not get to the client, and the two ways out: show who one is, step by step, or answer on the portal. */
export function NoVoice({ desk: { voice, canLink, portalDomain, portalChatUrl } }: { desk: Desk }) {
  const t = useTranslations("composer.noVoice");
  if (voice === "bot" || voice === "person") return null;
  const isUnknown = voice === "not_linked";
  return (
    <div role="note" className="flex flex-col gap-2 rounded-md bg-warning-tint px-3 py-2 text-sm text-warning">
      <p>{t(WHY[voice])}</p>
      {isUnknown && <p>{t(canLink ? "how" : "cannotLink", { domain: portalDomain })}</p>}
      <div className="flex flex-wrap gap-2">
        {isUnknown && canLink && (
          <Link to="/access" hash="portals" className={buttonLook({ size: "sm" })}>
            {t("link")}
          </Link>
        )}
        {portalChatUrl !== null && (
          <a href={portalChatUrl} target="_blank" rel="noopener noreferrer" className={buttonLook({ size: "sm" })}>
            <ExternalLink aria-hidden />
            {t("open")}
          </a>
        )}
      </div>
    </div>
  );
}
