import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { useTranslations } from "use-intl";

import { useKeys } from "../../components/use-keys.ts";
import { ConversationList } from "./conversation-list.tsx";
import { focusRow } from "./focus-row.ts";
import { PanelSkeleton } from "./panel-skeleton.tsx";

// The list does not wait for what is needed to read one.
const ConversationPanel = lazy(() =>
  import("./conversation-panel.tsx").then((module) => ({ default: module.ConversationPanel })),
);

/** The conversations of a queue, and the open one beside them; on a narrow screen one or the other. */
export function ConversationsPage() {
  const t = useTranslations();
  const navigate = useNavigate();
  const { id, ...wanted } = useSearch({ from: "/_app/conversations" });
  const { queue } = wanted;
  useEffect(() => {
    document.title = `${t(`shell.queues.${queue}`)} · ${t("app.name")}`;
  }, [queue, t]);

  const close = () => {
    if (id === undefined) return;
    void navigate({ to: "/conversations", search: wanted });
    // The panel's focus would be lost with it; the row it came from takes it.
    focusRow(id);
  };
  useKeys({ Escape: close });

  return (
    <div className="flex h-full">
      <h1 className="sr-only">{t("conversations.title")}</h1>
      <section className={id === undefined ? "min-w-0 flex-1" : "min-w-0 flex-1 max-lg:hidden"}>
        <ConversationList wanted={wanted} />
      </section>
      {id !== undefined && (
        <section className="w-full border-line bg-surface lg:w-[26rem] lg:shrink-0 lg:border-l 2xl:w-[32rem]">
          <Suspense fallback={<PanelSkeleton onClose={close} />}>
            <ConversationPanel key={id} id={id} onClose={close} />
          </Suspense>
        </section>
      )}
    </div>
  );
}
