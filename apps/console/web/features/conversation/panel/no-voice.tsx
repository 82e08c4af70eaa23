import { buttonLook } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { useTranslations } from "use-intl";

import type { Desk } from "./use-desk.ts";

/** Why what one writes would not get to the client, and the two ways out: show who one is, or answer on the portal. */
export function NoVoice({ desk: { voice, portalChatUrl } }: { desk: Desk }) {
  const t = useTranslations("composer.noVoice");
  return (
    <div role="note" className="flex flex-col gap-2 rounded-md bg-warning-tint px-3 py-2 text-sm text-warning">
      <p>{t(voice === "no_chat" ? "noChat" : "notLinked")}</p>
      <div className="flex flex-wrap gap-2">
        {voice === "not_linked" && (
          <Link to="/access" className={buttonLook({ size: "sm" })}>
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
