import { Button, EmptyState, Kbd } from "@botdeck/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Inbox as InboxIcon, MessageSquarePlus, SearchX } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { PageSkeleton } from "../../../components/page-skeleton.tsx";
import { useSelection } from "../../delivery/letters/use-selection.ts";
import { isNarrowed, type TrainingSearch } from "../search.ts";
import type { TrainedBot } from "../types.ts";
import { useIntentName } from "../use-intent-name.ts";
import { AddPhraseDialog } from "./add-phrase-dialog.tsx";
import { ExampleFilters } from "./example-filters.tsx";
import { ExampleRow } from "./example-row.tsx";
import { IntentPicker } from "./intent-picker.tsx";
import { likeliest } from "./likeliest.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { useDecide, type Wish } from "./use-decide.ts";
import { useExamples } from "./use-examples.ts";
import { focusRow, useInboxKeys } from "./use-inbox-keys.ts";

/** Phrases of clients that wait for somebody to say what they mean, and those that were decided. */
export function Inbox({ bot, isLead }: { bot: TrainedBot; isLead: boolean }) {
  const t = useTranslations("training.inbox");
  const navigate = useNavigate();
  const search = useSearch({ from: "/_app/training/" });
  const { query, rows, counts, hide, show } = useExamples(bot.code, search);
  const { decide, undo, lately } = useDecide({ hide, show });
  const nameOf = useIntentName();
  const selection = useSelection(rows.map(({ id }) => id));
  const [active, setActive] = useState<string | null>(null);
  const [picking, setPicking] = useState<readonly string[] | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const activeId = rows.some(({ id }) => id === active) ? active : (rows[0]?.id ?? null);
  const focusWanted = useRef(false);
  useEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    document.querySelector<HTMLElement>(`[data-example="${activeId}"] [data-pick]`)?.focus();
  }, [activeId]);

  const change = (next: Partial<TrainingSearch>) => {
    selection.clear();
    void navigate({ to: "/training", search: { ...search, bot: bot.code, ...next } });
  };
  const likelyOf = (id: string | undefined) => {
    const row = rows.find((one) => one.id === id);
    return row === undefined ? [] : likeliest(row, bot.intents, lately);
  };
  /** What was decided leaves the list: the work goes on with the row after it. */
  const leave = (ids: readonly string[]) => {
    if (activeId === null || !ids.includes(activeId)) return;
    const at = rows.findIndex(({ id }) => id === activeId);
    const rest = [...rows.slice(at + 1), ...rows.slice(0, at).toReversed()];
    focusWanted.current = true;
    setActive(rest.find(({ id }) => !ids.includes(id))?.id ?? null);
  };
  const put = (ids: readonly string[], wish: Wish) => {
    // One that gets another meaning stays where it is.
    const isLeaving = wish.state !== search.state;
    if (isLeaving) leave(ids);
    selection.clear();
    void decide(bot.code, ids, wish, isLeaving);
  };
  const assign = (ids: readonly string[], intent: string) => put(ids, { state: "assigned", intent });
  const skip = (ids: readonly string[]) => put(ids, { state: "skipped", intent: null });

  useInboxKeys({
    activeId,
    onToggle: selection.toggle,
    onExtend: selection.extendTo,
    onLikely(id, index) {
      const intent = likelyOf(id)[index];
      if (intent !== undefined) assign([id], intent);
    },
    onPick: (id) => setPicking(selection.ids.size > 0 ? [...selection.ids] : [id]),
    onSkip: (id) => search.state !== "skipped" && skip(selection.ids.size > 0 ? [...selection.ids] : [id]),
    onUndo: () => void undo(bot.code),
  });

  return (
    <section aria-labelledby="training-inbox" className="min-w-0">
      <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 id="training-inbox" className="text-xl font-semibold tracking-tight">
            {t("title")}
          </h2>
          <p className="text-pretty text-ink-muted">{t("text")}</p>
        </div>
        {isLead && (
          <Button onClick={() => setIsAdding(true)}>
            <MessageSquarePlus aria-hidden />
            {t("add")}
          </Button>
        )}
      </div>
      <ExampleFilters search={search} counts={counts} onChange={change} />
      <div className="mt-3">{contentOf()}</div>
      {picking !== null && (
        <IntentPicker
          bot={bot}
          likely={likelyOf(picking[0])}
          onChoose={(intent) => assign(picking, intent)}
          onClose={() => {
            setPicking(null);
            focusRow(activeId, 0);
          }}
        />
      )}
      {isAdding && <AddPhraseDialog bot={bot} onClose={() => setIsAdding(false)} />}
    </section>
  );

  function contentOf(): ReactNode {
    if (query.data === undefined && query.error !== null) {
      return <FailedState title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />;
    }
    if (query.data === undefined) return <PageSkeleton />;
    if (rows.length === 0) return emptyState();
    return (
      <>
        <ul aria-label={t("title")} className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((example) => (
            <ExampleRow
              key={example.id}
              example={example}
              selection={selection}
              nameOf={nameOf}
              likely={example.id === activeId ? likelyOf(example.id) : []}
              isActive={example.id === activeId}
              onActive={() => setActive(example.id)}
              onAssign={(intent) => assign([example.id], intent)}
              onPick={() => {
                setActive(example.id);
                setPicking([example.id]);
              }}
              onSkip={() => skip([example.id])}
              onReopen={() => put([example.id], { state: "new", intent: null })}
            />
          ))}
        </ul>
        {query.hasNextPage && (
          <div className="mt-3 flex justify-center">
            <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t("more")}
            </Button>
          </div>
        )}
        <SelectionBar
          selection={selection}
          onPick={() => setPicking([...selection.ids])}
          onSkip={() => skip([...selection.ids])}
        />
        <p className="mt-2 text-sm text-ink-muted max-md:hidden">
          {t.rich("keys", { kbd: (chunks) => <Kbd>{chunks}</Kbd> })}
        </p>
      </>
    );
  }

  function emptyState(): ReactNode {
    if (isNarrowed(search)) {
      const clear = () => change({ reason: undefined, language: undefined, portal: undefined });
      return (
        <EmptyState
          icon={<SearchX />}
          title={t("noMatch.title")}
          text={t("noMatch.text")}
          action={<Button onClick={clear}>{t("clear")}</Button>}
        />
      );
    }
    return (
      <EmptyState
        icon={<InboxIcon />}
        title={t(`empty.${search.state}.title`)}
        text={t(`empty.${search.state}.text`)}
      />
    );
  }
}
