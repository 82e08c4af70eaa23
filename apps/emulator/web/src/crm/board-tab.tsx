import { EmptyState, Select, Skeleton } from "@botdeck/ui";
import { BriefcaseBusiness } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { BoardCard } from "../api/portal-types.ts";
import type { Person } from "../api/types.ts";
import { LoadProblem } from "../live/load-problem.tsx";
import { usePortal } from "../live/portal-context.ts";
import { useLive } from "../live/use-live.ts";
import { useAct } from "../portal/use-act.ts";
import { BoardColumn } from "./board-column.tsx";

type Props = { kind: "lead" | "deal"; actor: Person; people: Person[] };

/** Leads or the deals of a funnel by their stages; a card is moved by dragging it or from its menu. */
export function BoardTab({ kind, actor, people }: Props) {
  const t = useTranslations();
  const { api } = usePortal();
  const [categoryId, setCategory] = useState(0);
  const board = useLive(
    `${kind} ${categoryId}`,
    () => api.board(kind, categoryId),
    (news) => news.type === "portal" && news.event.startsWith("ONCRM"),
  );
  const { act } = useAct(actor);
  const { data } = board;

  async function move(card: BoardCard, stageId: string): Promise<void> {
    if (card.stageId === stageId) return;
    const { entityTypeId, id } = card;
    if (await act("crm.item.update", { entityTypeId, id, fields: { stageId } })) await board.reload();
  }

  const known = new Set(data?.stages.map(({ id }) => id));
  const columns = data?.stages.map((stage, index) => ({
    stage,
    // A card of a stage that was deleted stands in the first column rather than nowhere.
    cards: data.cards.filter(({ stageId }) => stageId === stage.id || (index === 0 && !known.has(stageId ?? ""))),
  }));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <LoadProblem of={board} title={t("problem.load")} />
      {data && data.categories.length > 1 && (
        <div className="flex items-center gap-2 px-3 pt-3 md:px-4">
          <span className="text-sm text-ink-muted">{t("crm.funnel")}</span>
          <Select
            label={t("crm.funnel")}
            className="w-56"
            value={String(categoryId)}
            options={data.categories.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(id) => setCategory(Number(id))}
          />
        </div>
      )}
      {data?.cards.length === 0 ? (
        <EmptyState
          className="flex-1"
          icon={<BriefcaseBusiness />}
          title={t(`crm.none.${kind}`)}
          text={t(`crm.noneText.${kind}`)}
        />
      ) : (
        <div
          role="region"
          aria-label={t(kind === "deal" ? "portal.tab.deals" : "portal.tab.leads")}
          tabIndex={0}
          className="relative flex min-h-0 flex-1 snap-x scroll-px-3 gap-3 overflow-x-auto p-3 md:scroll-px-4 -outline-offset-2 md:p-4"
        >
          {columns?.map(({ stage, cards }) => (
            <BoardColumn
              key={stage.id}
              stage={stage}
              cards={cards}
              stages={data?.stages ?? []}
              people={people}
              onDrop={(key) => {
                const card = data?.cards.find((one) => one.key === key);
                if (card) void move(card, stage.id);
              }}
              onMove={(card, stageId) => void move(card, stageId)}
            />
          ))}
          {!data &&
            board.error === null &&
            [1, 2, 3, 4].map((column) => <Skeleton key={column} className="h-64 w-64" />)}
        </div>
      )}
    </div>
  );
}
