import { ToastProvider } from "@botdeck/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { BotSwitch } from "../../../components/bot-switch.tsx";
import { useLiveTopic } from "../../../live/live-context.ts";
import { useTRPC } from "../../../trpc.ts";
import { BotPage } from "../bot-page.tsx";
import { BotCommands } from "./bot-commands.tsx";
import { type BotDetails, SettingsForm } from "./settings-form.tsx";

/** How a bot works on its portal: on or off, its settings, and who may call its commands. */
export function BotSettingsPage({ botId }: { botId: string }) {
  const t = useTranslations();
  const { data: bot, error, refetch } = useQuery(useTRPC().bot.get.queryOptions({ botId }));
  useLiveTopic("portals", () => void refetch());
  return (
    <ToastProvider closeLabel={t("app.close")}>
      <BotPage
        botId={botId}
        current="settings"
        bot={bot && { ...bot, isKnown: bot.known !== null }}
        error={error}
        failed={t("bots.failed")}
        onRetry={() => void refetch()}
      >
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className="mx-auto flex max-w-3xl flex-col gap-5 p-4 lg:p-6">
            {bot !== undefined && <Content bot={bot} />}
          </div>
        </div>
      </BotPage>
    </ToastProvider>
  );
}

function Content({ bot }: { bot: BotDetails }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const { id: botId, known, isOn, state, stateReason, portalState, portalDomain } = bot;
  const mayEdit = me?.role === "lead" || me?.role === "admin";
  const maySwitch = me?.role === "admin" && (state !== "removed" || !isOn) && portalState !== "removed";
  const show = (next: boolean) =>
    queryClient.setQueryData(trpc.bot.get.queryKey({ botId }), (shown) => shown && { ...shown, isOn: next });
  const facts =
    known === null
      ? []
      : [
          ...(known.hears === null ? [] : [t(`bots.hears.${known.hears}`)]),
          ...(known.actsAs === null ? [] : [t(`bots.actsAs.${known.actsAs}`)]),
        ];
  return (
    <>
      <header className="flex items-start gap-4">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{t("botSettings.title")}</h2>
          <p className="text-pretty text-ink-muted">{t("botSettings.text", { domain: portalDomain })}</p>
          {facts.length > 0 && <p className="text-sm text-ink-muted">{facts.join(" · ")}</p>}
          {!isOn && <p className="text-warning">{t("botSettings.off")}</p>}
          {stateReason !== null && <p className="text-sm text-ink-muted wrap-anywhere">{stateReason}</p>}
          {me !== undefined && !mayEdit && <p className="text-sm text-ink-muted">{t("botSettings.readOnly")}</p>}
        </div>
        {maySwitch && (
          <BotSwitch
            bot={bot}
            onShow={show}
            onSettled={() => void queryClient.invalidateQueries(trpc.bot.get.queryFilter({ botId }))}
          />
        )}
      </header>
      {known === null && <p>{t("bots.unknown.settings")}</p>}
      {known?.form.length === 0 && <p className="text-ink-muted">{t("botSettings.none")}</p>}
      {known !== null && known.form.length > 0 && (
        // Another's change shows at once: the form begins anew with it.
        <SettingsForm key={JSON.stringify(known.settings)} botId={botId} known={known} isReadOnly={!mayEdit} />
      )}
      {known !== null && <BotCommands commands={known.commands} />}
    </>
  );
}
