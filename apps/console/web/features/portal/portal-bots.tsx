import { buttonLook } from "@botdeck/ui";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { MessageSquareText, Settings2, Workflow } from "lucide-react";
import { useTranslations } from "use-intl";

import { BotSwitch } from "../../components/bot-switch.tsx";
import { FaultNote } from "../../components/fault/fault-note.tsx";
import { useTRPC } from "../../trpc.ts";
import { BotState, type PortalBot, type PortalDetails } from "./portal-look.tsx";
import { useRole } from "./use-role.ts";

/** The bots of a portal, each on or off, with the ways to what may be set about it. */
export function PortalBots({ portal }: { portal: PortalDetails }) {
  const t = useTranslations("portals.bots");
  const { isAdmin } = useRole();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const of = { portalId: portal.id };
  const show = (botId: string, isOn: boolean) =>
    queryClient.setQueryData(trpc.portal.get.queryKey(of), (shown) => {
      const bots = shown?.bots.map((each) => (each.id === botId ? { ...each, isOn, isTold: false } : each));
      return shown && { ...shown, bots: bots ?? [] };
    });
  const maySwitch = isAdmin && portal.state !== "removed";
  return (
    <section aria-labelledby="bots" className="flex flex-col gap-2">
      <h2 id="bots" className="font-semibold">
        {t("title")}
      </h2>
      {portal.bots.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      {portal.bots.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {portal.bots.map((bot) => (
            <li key={bot.id} data-bot={bot.code} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
              {maySwitch && (bot.state !== "removed" || !bot.isOn) && (
                <BotSwitch
                  bot={bot}
                  onShow={(isOn) => show(bot.id, isOn)}
                  onSettled={() => void queryClient.invalidateQueries(trpc.portal.get.queryFilter(of))}
                />
              )}
              <BotLine bot={bot} />
              <BotLinks bot={bot} portalId={portal.id} />
              {bot.stateReason !== null && (
                <FaultNote className="basis-full text-sm text-ink-muted wrap-anywhere" text={bot.stateReason} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function BotLine({ bot }: { bot: PortalBot }) {
  const t = useTranslations("portals.bots");
  const { name, code, bitrixBotId, eventMode, api, isTold, state } = bot;
  const facts = [
    code,
    ...(bitrixBotId === null ? [] : [t("number", { id: bitrixBotId })]),
    ...(state === "active" ? [t(eventMode)] : []),
    ...(api === "v1" ? [t("v1")] : []),
    ...(isTold ? [] : [t("notTold")]),
  ];
  return (
    <div className="min-w-0 flex-1 basis-52">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="truncate font-medium">{name}</span>
        <BotState bot={bot} />
      </p>
      <p className="text-sm text-ink-muted wrap-anywhere">{facts.join(" · ")}</p>
    </div>
  );
}

function BotLinks({ bot: { id: botId, name }, portalId }: { bot: PortalBot; portalId: string }) {
  const t = useTranslations("portals.bots");
  return (
    <div className="flex flex-wrap gap-2">
      <Link
        to="/portals/$portalId/bots/$botId"
        params={{ portalId, botId }}
        aria-label={`${t("settings")}: ${name}`}
        className={buttonLook({ size: "sm" })}
      >
        <Settings2 aria-hidden />
        {t("settings")}
      </Link>
      <Link
        to="/bots/$botId/texts"
        params={{ botId }}
        aria-label={`${t("texts")}: ${name}`}
        className={buttonLook({ size: "sm" })}
      >
        <MessageSquareText aria-hidden />
        {t("texts")}
      </Link>
      <Link
        to="/bots/$botId/dialogs"
        params={{ botId }}
        aria-label={`${t("dialogs")}: ${name}`}
        className={buttonLook({ size: "sm" })}
      >
        <Workflow aria-hidden />
        {t("dialogs")}
      </Link>
    </div>
  );
}
