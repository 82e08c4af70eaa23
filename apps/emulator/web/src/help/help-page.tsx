import { Card, Kbd } from "@botdeck/ui";
import { Bot, LayoutDashboard, MessagesSquare, Terminal, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Person } from "../api/types.ts";
import { CopyButton } from "../platform/copy-button.tsx";
import { NewWebhook } from "../platform/new-webhook.tsx";
import { PlaceLink } from "../url/place-link.tsx";

const KEYS = [
  { keys: ["Enter"], does: "send" },
  { keys: ["Shift", "Enter"], does: "newLine" },
  { keys: ["/"], does: "commands" },
  { keys: ["@"], does: "mention" },
  { keys: ["Tab"], does: "take" },
  { keys: ["↑"], does: "editLast" },
  { keys: ["Esc"], does: "cancel" },
] as const;

/** What this is, and how to bring a bot here. */
export function HelpPage({ people }: { people: Person[] }) {
  const t = useTranslations("help");
  const { origin } = location;
  return (
    <main className="min-h-0 flex-1 overflow-y-auto p-3 md:p-6">
      <div className="mx-auto flex max-w-4xl flex-col gap-6">
        <header>
          <h1 className="text-2xl font-semibold">{t("title")}</h1>
          <p className="mt-1 max-w-2xl text-pretty text-ink-muted">{t("text")}</p>
        </header>

        <Card className="flex flex-col gap-4">
          <Heading icon={<Bot />}>{t("bot.title")}</Heading>
          <Step number={1} title={t("bot.address")}>
            <Code text={`${origin}/rest/`} />
          </Step>
          <Step number={2} title={t("bot.webhook")}>
            <NewWebhook people={people} />
          </Step>
          <Step number={3} title={t("bot.register")}>
            <Code text={registerCall(origin)} />
          </Step>
          <Step number={4} title={t("bot.talk")}>
            <p className="text-ink-muted">
              {t.rich("bot.talkText", {
                chat: (words) => (
                  <PlaceLink to={{ page: "chat" }} className="text-accent underline underline-offset-2">
                    {words}
                  </PlaceLink>
                ),
              })}
            </p>
          </Step>
        </Card>

        <Card className="flex flex-col gap-3">
          <Heading icon={<Terminal />}>{t("oauth.title")}</Heading>
          <p className="text-ink-muted">{t("oauth.text")}</p>
          <Code text={installCall(origin)} />
          <p className="text-ink-muted">{t("oauth.server", { address: `${origin}/oauth/token/` })}</p>
        </Card>

        <div className="grid gap-4 md:grid-cols-3">
          <Room page="chat" icon={<MessagesSquare />} title={t("rooms.chat")} text={t("rooms.chatText")} />
          <Room page="portal" icon={<LayoutDashboard />} title={t("rooms.portal")} text={t("rooms.portalText")} />
          <Room page="faults" icon={<Zap />} title={t("rooms.faults")} text={t("rooms.faultsText")} />
        </div>

        <Card className="flex flex-col gap-3">
          <h2 className="text-lg font-semibold">{t("keys.title")}</h2>
          <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {KEYS.map(({ keys, does }) => (
              <div key={does} className="flex items-center gap-3">
                <dt className="flex w-24 shrink-0 gap-1">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{t(`keys.${does}`)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </main>
  );
}

function Heading({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <h2 className="flex items-center gap-2 text-lg font-semibold [&_svg]:size-5 [&_svg]:text-accent">
      {icon}
      {children}
    </h2>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <section className="flex gap-3">
      <span
        aria-hidden
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-tint text-sm font-semibold text-accent"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h3 className="pt-0.5 font-medium">{title}</h3>
        {children}
      </div>
    </section>
  );
}

function Code({ text }: { text: string }) {
  const t = useTranslations("help");
  return (
    <div className="flex items-start gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
      <pre className="min-w-0 flex-1 overflow-x-auto py-1 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
        {text}
      </pre>
      <CopyButton text={text} label={t("copy")} />
    </div>
  );
}

function Room({
  page,
  icon,
  title,
  text,
}: {
  page: "chat" | "portal" | "faults";
  icon: ReactNode;
  title: string;
  text: string;
}) {
  return (
    <PlaceLink
      to={{ page }}
      className="flex flex-col gap-1 rounded-lg border border-line bg-surface p-4 hover:border-line-strong"
    >
      <span className="flex items-center gap-2 font-semibold [&_svg]:size-4 [&_svg]:text-accent">
        {icon}
        {title}
      </span>
      <span className="text-ink-muted">{text}</span>
    </PlaceLink>
  );
}

function registerCall(origin: string): string {
  return `curl -X POST ${origin}/rest/1/<webhook>/imbot.v2.Bot.register \\
  -H 'content-type: application/json' \\
  -d '{"fields":{"code":"my_bot","botToken":"<a random text of your own>","type":"bot",
       "eventMode":"webhook","webhookUrl":"http://127.0.0.1:3000/events",
       "properties":{"name":"My bot"}}}'`;
}

function installCall(origin: string): string {
  return `curl -X POST ${origin}/emulator/api/apps \\
  -H 'content-type: application/json' \\
  -d '{"name":"My app","clientId":"local.my_app","clientSecret":"my-secret",
       "handlerUrl":"http://127.0.0.1:3000/install","scopes":["imbot","im","crm"]}'`;
}
