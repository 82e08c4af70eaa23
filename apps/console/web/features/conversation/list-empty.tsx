import { buttonLook, EmptyState, Skeleton } from "@botdeck/ui";
import { Link } from "@tanstack/react-router";
import { Inbox, MessagesSquare } from "lucide-react";
import { useTranslations } from "use-intl";

import { useQueueCounts } from "../shell/use-queue-counts.ts";
import { isNarrowed, type WantedList } from "./search.ts";

/** Nothing in the list: because nothing is there yet, or because it stands in other queues. */
export function ListEmpty({ wanted }: { wanted: WantedList }) {
  const t = useTranslations("conversations");
  const { queue, portal } = wanted;
  const counts = useQueueCounts(portal);
  if (counts === undefined) return <Skeleton className="m-4" />;
  if (isNarrowed(wanted)) {
    return (
      <EmptyState
        className="flex-1"
        icon={<Inbox />}
        title={t("narrowed.title")}
        text={t("narrowed.text")}
        action={
          <Link to="/conversations" search={{ queue, portal }} className={buttonLook()}>
            {t("narrowed.clear")}
          </Link>
        }
      />
    );
  }
  if (queue === "all" || counts.all === 0) {
    return <EmptyState className="flex-1" icon={<MessagesSquare />} title={t("empty.title")} text={t("empty.text")} />;
  }
  return (
    <EmptyState
      className="flex-1"
      icon={<Inbox />}
      title={t(`noMatch.${queue}`)}
      text={t("noMatch.text", { count: counts.all })}
      action={
        <Link to="/conversations" search={{ queue: "all", portal }} className={buttonLook()}>
          {t("noMatch.showAll")}
        </Link>
      }
    />
  );
}
