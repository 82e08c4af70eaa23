import { Skeleton } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { ChevronDown } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";

import type { AppRouter } from "../../../server/root.ts";
import { FailedState } from "../../components/failed-state.tsx";
import { useTRPC } from "../../trpc.ts";
import { AroundFacts } from "./around-facts.tsx";
import { DialogFacts } from "./dialog-facts.tsx";
import { FileFacts } from "./file-facts.tsx";
import { HandoffFacts } from "./handoff-facts.tsx";
import { OutcomeFacts } from "./outcome-facts.tsx";
import { Summary } from "./summary.tsx";

export type Details = inferRouterOutputs<AppRouter>["conversation"]["details"];

/** Whoever wants to see them once wants to see them of the next conversation. */
let wasOpen = false;

/** What stands behind a conversation: a line of it always, the whole on a press. */
export function ConversationDetails({ id }: { id: string }) {
  const t = useTranslations();
  const [isOpen, setIsOpen] = useState(wasOpen);
  const bodyId = useId();
  const { data, error, refetch } = useQuery(useTRPC().conversation.details.queryOptions({ id }));
  const toggle = () => {
    wasOpen = !isOpen;
    setIsOpen(wasOpen);
  };
  return (
    <section aria-label={t("details.title")} data-details className="shrink-0 border-b border-line">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={toggle}
        className="flex min-h-9 w-full items-center gap-2 px-4 py-1.5 text-left text-sm -outline-offset-2 hover:bg-sunken"
      >
        <span className="font-medium">{t("details.title")}</span>
        <span className="min-w-0 flex-1 truncate text-ink-muted">{data && <Summary details={data} />}</span>
        <ChevronDown aria-hidden className={isOpen ? "size-4 shrink-0 rotate-180" : "size-4 shrink-0"} />
      </button>
      <div id={bodyId} hidden={!isOpen}>
        {isOpen && (
          // A region that scrolls must be reachable by keyboard.
          <div
            tabIndex={0}
            role="group"
            aria-label={t("details.title")}
            className="max-h-[45dvh] overflow-y-auto px-4 pt-1 pb-4 -outline-offset-2"
          >
            {error !== null && data === undefined && (
              <FailedState title={t("details.failed")} error={error} onRetry={() => void refetch()} />
            )}
            {error === null && data === undefined && <Skeleton className="w-2/3" />}
            {data && (
              <div className="flex flex-col gap-4">
                <DialogFacts conversationId={id} details={data} />
                <FileFacts files={data.files} />
                {data.handoff !== null && <HandoffFacts handoff={data.handoff} />}
                <OutcomeFacts details={data} />
                <AroundFacts conversationId={id} />
              </div>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
