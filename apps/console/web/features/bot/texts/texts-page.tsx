import { Button, cn, EmptyState, Input, ToastProvider } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { BotPage } from "../bot-page.tsx";
import { isChanged, matchTexts, type TextGroup } from "./match-texts.ts";
import { TextRow } from "./text-row.tsx";

/** All that a bot says, in every language, with the portal's own words where it has some. */
export function TextsPage({ botId }: { botId: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.bot.texts.queryOptions({ botId }));
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const [words, setWords] = useState("");
  const [onlyChanged, setOnlyChanged] = useState(false);
  const wanted = useDeferredValue(words);
  const mayEdit = me?.role === "lead" || me?.role === "admin";
  const groups = matchTexts(data?.groups ?? [], { words: wanted, onlyChanged });
  const showAll = () => {
    setWords("");
    setOnlyChanged(false);
  };
  return (
    <ToastProvider closeLabel={t("app.close")}>
      <BotPage
        botId={botId}
        current="texts"
        bot={data?.bot}
        error={error}
        failed={t("bots.failed")}
        onRetry={() => void refetch()}
      >
        <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2">
          <Input
            type="search"
            aria-label={t("texts.search")}
            placeholder={t("texts.searchHint")}
            value={words}
            onChange={({ target }) => setWords(target.value)}
            className="w-full sm:w-64"
          />
          <Button
            aria-pressed={onlyChanged}
            className={cn(onlyChanged && "bg-accent-tint text-ink hover:bg-accent-tint")}
            onClick={() => setOnlyChanged((before) => !before)}
          >
            {t("texts.onlyChanged")}
          </Button>
          <p className="text-sm text-ink-muted">{t("texts.count", countsOf(data?.groups ?? []))}</p>
          {me !== undefined && !mayEdit && <p className="text-sm text-ink-muted">{t("texts.readOnly")}</p>}
        </div>
        <div
          tabIndex={0}
          role="group"
          aria-label={t("bots.texts")}
          className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
        >
          {groups.length === 0 && (
            <EmptyState
              icon={<SearchX />}
              title={t("texts.noMatch.title")}
              text={t("texts.noMatch.text")}
              action={<Button onClick={showAll}>{t("texts.noMatch.action")}</Button>}
            />
          )}
          {groups.map(({ name, texts }) => (
            <section key={name} aria-label={groupName(name)} className="px-4 pb-6">
              <h2 className="sticky top-0 z-10 -mx-4 flex gap-2 border-b border-line bg-canvas px-4 py-2 font-semibold">
                {groupName(name)}
                <span className="font-normal text-ink-muted tabular-nums">{texts.length}</span>
              </h2>
              <ul className="divide-y divide-line">
                {texts.map((text) => (
                  <TextRow key={text.key} botId={botId} text={text} mayEdit={mayEdit} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      </BotPage>
    </ToastProvider>
  );

  function groupName(name: string): string {
    return t(`texts.groups.${GROUPS.find((known) => known === name) ?? "other"}`);
  }
}

const GROUPS = ["talk", "order", "availability", "return"] as const;

function countsOf(groups: readonly TextGroup[]): { count: number; changed: number } {
  const texts = groups.flatMap((group) => group.texts);
  return { count: texts.length, changed: texts.filter(isChanged).length };
}
