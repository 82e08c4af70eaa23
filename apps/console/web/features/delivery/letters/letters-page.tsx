import { Button, EmptyState } from "@botdeck/ui";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { MailCheck, SearchX } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { DiscardDialog } from "../act/discard-dialog.tsx";
import type { ChosenLetters } from "../act/chosen-letters.ts";
import { ReplayDialog } from "../act/replay-dialog.tsx";
import { useRestore } from "../act/use-restore.ts";
import { DeliveryPage } from "../delivery-page.tsx";
import { EditListed } from "../edit/edit-listed.tsx";
import { useRole } from "../../notification/use-role.ts";
import type { LetterSearch } from "../search.ts";
import { CauseList } from "./cause-list.tsx";
import { filterOf, isNarrowed } from "./filter-of.ts";
import { LetterFilters } from "./letter-filters.tsx";
import { LetterRow } from "./letter-row.tsx";
import { MatchingBar } from "./matching-bar.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useLetterKeys } from "./use-letter-keys.ts";
import { useLetters } from "./use-letters.ts";
import { MOST_SELECTED, useSelection } from "./use-selection.ts";

type Asking = { act: "replay" | "discard"; letters: ChosenLetters } | { act: "edit"; id: string } | null;

/** What could not be done and waits for a person: by cause, and one by one. */
export function LettersPage() {
  const t = useTranslations("deliveries");
  const navigate = useNavigate();
  const { portal, ...search } = useSearch({ from: "/_app/deliveries/letters/" });
  const filter = filterOf(search, portal);
  const { query, rows, count, hide, show } = useLetters(filter);
  const selection = useSelection(rows.map(({ id }) => id));
  const [asking, setAsking] = useState<Asking>(null);
  const restore = useRestore();
  const { isAdmin } = useRole();
  const isDead = search.state === "dead";

  const chosen = (ids: readonly string[]): ChosenLetters => ({ filter, ids, count: ids.length });
  const ask = (act: "replay" | "discard", ids: readonly string[]) => setAsking({ act, letters: chosen(ids) });
  const change = (next: Partial<LetterSearch>) => {
    selection.clear();
    void navigate({ to: "/deliveries/letters", search: { portal, ...search, ...next } });
  };
  const clear = () => void navigate({ to: "/deliveries/letters", search: { portal, state: search.state } });
  useLetterKeys({
    selection,
    onReplay: (ids) => isDead && ask("replay", ids),
    onEdit: (id) => isDead && isAdmin && setAsking({ act: "edit", id }),
  });

  return (
    <DeliveryPage
      title={t("letters.title")}
      tabTitle={t("letters.title")}
      text={t("letters.text")}
      isPending={query.isPending}
      error={query.data === undefined ? query.error : null}
      onRetry={() => void query.refetch()}
      aboveContent={<LetterFilters search={search} portal={portal} onChange={change} />}
    >
      {rows.length === 0 ? (
        emptyState()
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
          <CauseList filter={filter} chosen={search.cause} onChoose={(cause) => change({ cause })} />
          <section aria-label={t("letters.list")} className="min-w-0">
            <MatchingBar
              count={count}
              selection={selection}
              shown={rows.length}
              isDead={isDead}
              onAct={(act, total) => setAsking({ act, letters: { filter, ids: null, count: total } })}
            />
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {rows.map((row) => (
                <LetterRow key={row.id} letter={row} portal={portal} search={search} selection={selection} />
              ))}
            </ul>
            {selection.isFull && (
              <p className="mt-2 text-sm text-ink-muted">{t("letters.tooMany", { count: MOST_SELECTED })}</p>
            )}
            {query.hasNextPage && (
              <div className="mt-3 flex justify-center">
                <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t("more")}
                </Button>
              </div>
            )}
            <p className="mt-3 text-sm text-ink-muted max-md:hidden">
              {t("letters.keys", { isAdmin: String(isAdmin) })}
            </p>
            <SelectionBar
              selection={selection}
              isDead={isDead}
              onAct={(act, ids) => (act === "restore" ? restore(ids) : ask(act, ids))}
            />
          </section>
        </div>
      )}
      {asking?.act === "replay" && (
        <ReplayDialog
          letters={asking.letters}
          onClose={() => setAsking(null)}
          onGone={hide}
          onBack={show}
          onDone={selection.clear}
        />
      )}
      {asking?.act === "edit" && <EditListed key={asking.id} id={asking.id} onClose={() => setAsking(null)} />}
      {asking?.act === "discard" && (
        <DiscardDialog
          letters={asking.letters}
          onClose={() => setAsking(null)}
          onGone={hide}
          onBack={show}
          onDone={selection.clear}
        />
      )}
    </DeliveryPage>
  );

  function emptyState() {
    if (isNarrowed(search)) {
      return (
        <EmptyState
          icon={<SearchX />}
          title={t("letters.noMatch.title")}
          text={t("letters.noMatch.text")}
          action={<Button onClick={clear}>{t("letters.clear")}</Button>}
        />
      );
    }
    const texts = isDead ? "empty" : "emptyDiscarded";
    return <EmptyState icon={<MailCheck />} title={t(`letters.${texts}.title`)} text={t(`letters.${texts}.text`)} />;
  }
}
