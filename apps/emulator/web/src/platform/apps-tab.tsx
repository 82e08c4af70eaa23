import { Avatar, Badge, Card, EmptyState, Skeleton } from "@botdeck/ui";
import { BotOff } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import type { BotEntry, Platform } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { useMoment } from "../chat/use-moment.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { Fact, Facts } from "../portal/facts.tsx";
import { PlaceLink } from "../url/place-link.tsx";
import { useRefresh } from "./use-refresh.ts";
import { WebhookList } from "./webhook-list.tsx";

/** Queues fill and empty without news on the stream. */
const REFRESH_MS = 3_000;

/** Who is connected to the portal: applications, bots with their commands and waiting events, webhooks. */
export function AppsTab({ people }: { people: Person[] }) {
  const t = useTranslations();
  const { api } = usePortal();
  const platform = useLive("platform", api.platform, (news) => news.type === "people");
  useRefresh(platform.reload, REFRESH_MS);
  const { data } = platform;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-3 md:p-4">
      <LoadProblem of={platform} title={t("problem.load")} />
      {!data && platform.error === null && <Skeleton className="h-48" />}
      {data && (
        <div className="mx-auto flex max-w-6xl flex-col gap-8">
          <section className="flex flex-col gap-3">
            <h2 className="text-lg font-semibold">{t("apps.bots")}</h2>
            {data.bots.length === 0 ? (
              <EmptyState
                className="py-6"
                icon={<BotOff />}
                title={t("dialogs.noBots")}
                text={t("dialogs.noBotsText")}
                action={
                  <PlaceLink to={{ page: "help" }} className="text-accent underline underline-offset-2">
                    {t("apps.how")}
                  </PlaceLink>
                }
              />
            ) : (
              <ul className="grid gap-3 lg:grid-cols-2">
                {data.bots.map((bot) => (
                  <li key={bot.id}>
                    <BotCard bot={bot} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <AppList apps={data.apps} />
          <section className="flex flex-col gap-3">
            <h2 className="text-lg font-semibold">{t("apps.webhooks")}</h2>
            <WebhookList webhooks={data.webhooks} people={people} onChanged={() => void platform.reload()} />
          </section>
          {data.outgoing.length > 0 && (
            <section className="flex flex-col gap-3">
              <h2 className="text-lg font-semibold">{t("apps.outgoing")}</h2>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {data.outgoing.map(({ id, url, events }) => (
                  <li key={id} className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-2">
                    <code className="min-w-0 flex-1 font-mono text-sm wrap-anywhere">{url}</code>
                    <span className="text-sm text-ink-muted">{events.join(", ")}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </div>
  );
}

function BotCard({ bot }: { bot: BotEntry }) {
  const t = useTranslations("apps");
  const language = useLocale();
  const moment = useMoment();
  return (
    <Card className="flex h-full flex-col gap-3 p-3" data-bot-id={bot.id}>
      <header className="flex items-center gap-2.5">
        <Avatar name={bot.name} color={bot.color} />
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-semibold">{bot.name}</h3>
          <p className="truncate text-sm text-ink-muted">
            {bot.code} · {t("botNumber", { id: bot.id })}
          </p>
        </div>
        <Badge tone="bot">{bot.type}</Badge>
        <Badge>{bot.api}</Badge>
      </header>
      <Facts>
        <Fact name={t("events")}>
          {bot.eventMode === "fetch" ? t("fetched") : <code className="font-mono text-sm">{bot.address}</code>}
        </Fact>
        <Fact name={t("owner")}>{bot.owner ?? t("webhookOwner")}</Fact>
        <Fact name={t("commands")}>
          {bot.commands.length > 0 && (
            <ul className="flex flex-wrap gap-1.5">
              {bot.commands.map(({ id, name, title, isCommon }) => (
                <li key={id} title={title[language] ?? title["en"]}>
                  <Badge tone={isCommon ? "human" : "neutral"} className="font-mono">
                    /{name}
                  </Badge>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t("queued")}>
          {bot.queued > 0 && (
            <details>
              <summary className="cursor-pointer">{t("queuedCount", { count: bot.queued })}</summary>
              <ol className="mt-1 flex flex-col gap-0.5 text-sm">
                {bot.queuedEvents.map(({ id, event, date }) => (
                  <li key={id} className="flex gap-2">
                    <code className="min-w-0 flex-1 truncate font-mono text-xs">{event}</code>
                    <time className="text-xs text-ink-muted tabular-nums">
                      {Number.isNaN(Date.parse(date)) ? date : moment.short(date)}
                    </time>
                  </li>
                ))}
              </ol>
            </details>
          )}
        </Fact>
      </Facts>
    </Card>
  );
}

function AppList({ apps }: { apps: Platform["apps"] }) {
  const t = useTranslations("apps");
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t("apps")}</h2>
      {apps.length === 0 ? (
        <p className="text-ink-muted">{t("noApps")}</p>
      ) : (
        <ul className="grid gap-3 lg:grid-cols-2">
          {apps.map((app) => (
            <li key={app.clientId}>
              <Card className="flex h-full flex-col gap-2 p-3">
                <h3 className="font-semibold">{app.name}</h3>
                <Facts>
                  <Fact name="client_id">
                    <code className="font-mono text-sm">{app.clientId}</code>
                  </Fact>
                  <Fact name={t("handler")}>
                    <code className="font-mono text-sm">{app.handlerUrl}</code>
                  </Fact>
                  <Fact name={t("scopes")}>{app.scopes.join(", ")}</Fact>
                  <Fact name={t("bound")}>{app.events.join(", ")}</Fact>
                  <Fact name={t("offline")}>{app.offlineEvents > 0 && String(app.offlineEvents)}</Fact>
                </Facts>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
