import { cn } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslations } from "use-intl";

import { useCurrentInSight } from "../../../components/use-current-in-sight.ts";
import { useNames } from "../../../i18n/use-names.ts";
import { useTRPC } from "../../../trpc.ts";
import { BotPage } from "../bot-page.tsx";
import { DialogPicture } from "./dialog-picture.tsx";

type Props = {
  botId: string;
  /** The dialog to draw; the first one without. */
  dialog?: string | undefined;
  /** The step at which that conversation stands. */
  at?: string | undefined;
  conversation?: string | undefined;
};

/** The bot's dialogs as pictures, drawn from its definition; the step is marked at which a conversation stands. */
export function DialogsPage({ botId, dialog: wanted, at, conversation }: Props) {
  const t = useTranslations();
  const nameOf = useNames();
  const { data, error, refetch } = useQuery(useTRPC().bot.dialogs.queryOptions({ botId }));
  const dialogs = data?.dialogs ?? [];
  const shown = dialogs.find(({ graph }) => graph.name === wanted) ?? dialogs[0];
  const shownName = shown?.graph.name;
  const list = useRef<HTMLElement>(null);
  useCurrentInSight(list, shownName);
  // A conversation may stand in a version of before, at a step that is no more.
  const isThere = shownName === wanted && (shown?.graph.nodes.some(({ id }) => id === at) ?? false);
  const mark = isThere && conversation !== undefined ? (at ?? null) : null;
  return (
    <BotPage
      botId={botId}
      current="dialogs"
      bot={data?.bot}
      error={error}
      failed={t("dialogs.failed")}
      onRetry={() => void refetch()}
    >
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <nav
          ref={list}
          aria-label={t("bots.dialogs")}
          className="flex shrink-0 gap-1.5 overflow-x-auto border-b border-line px-4 py-2 lg:w-56 lg:flex-col lg:border-r lg:border-b-0 lg:px-3"
        >
          {dialogs.map(({ graph: { name, version } }) => (
            <Link
              key={`${name} ${version}`}
              to="/bots/$botId/dialogs"
              params={{ botId }}
              search={{ dialog: name, at: name === wanted ? at : undefined, conversation }}
              aria-current={name === shown?.graph.name ? "page" : undefined}
              className={cn(
                "flex h-8 shrink-0 items-center rounded-md px-2 whitespace-nowrap text-ink-muted hover:bg-sunken hover:text-ink",
                name === shown?.graph.name && "bg-accent-tint font-medium text-ink hover:bg-accent-tint",
              )}
            >
              {nameOf("dialog", name)}
            </Link>
          ))}
        </nav>
        <div
          tabIndex={0}
          role="group"
          aria-label={shown === undefined ? t("bots.dialogs") : nameOf("dialog", shown.graph.name)}
          className="min-h-0 min-w-0 flex-1 overflow-auto p-4 -outline-offset-2"
        >
          {data !== undefined && shown === undefined && <p className="text-ink-muted">{t("dialogs.empty")}</p>}
          {shown !== undefined && (
            <>
              <p className="mb-3 text-ink-muted">
                {t("dialogs.text")} · {t("dialogs.version", { version: shown.graph.version })}
              </p>
              {mark !== null && (
                <p className="mb-3">
                  {t("dialogs.marked")}{" "}
                  <Link
                    to="/conversations"
                    search={{ queue: "all", id: conversation }}
                    className="text-accent hover:underline"
                  >
                    {t("dialogs.toConversation")}
                  </Link>
                </p>
              )}
              <DialogPicture dialog={shown} at={mark} />
            </>
          )}
        </div>
      </div>
    </BotPage>
  );
}
