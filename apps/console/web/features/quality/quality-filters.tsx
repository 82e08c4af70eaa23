import { buttonLook, Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import { useTopicName } from "../../i18n/use-topic-name.ts";
import { useTRPC } from "../../trpc.ts";
import { filterOf, isNarrowed, type Period, type QualitySearch } from "./search.ts";
import { useLanguageName } from "./use-language-name.ts";

type Props = { search: QualitySearch; asked: { filter: ReturnType<typeof filterOf>; period: Period } };
type Option = { value: string; label: string };

/** Whose visits are counted. What is chosen stays in the list, also where no visit has it. */
export function QualityFilters({ search, asked }: Props) {
  const t = useTranslations("quality.filter");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const names = useNames();
  const topicName = useTopicName();
  const languageName = useLanguageName();
  const { data: choices } = useQuery(trpc.quality.choices.queryOptions(asked));
  const { data: portals = [] } = useQuery(trpc.portal.list.queryOptions());
  const { data: bots = [] } = useQuery(trpc.bot.list.queryOptions());
  const go = (change: Partial<QualitySearch>) => void navigate({ to: "/quality", search: { ...search, ...change } });
  const asOptions = (
    any: string,
    values: readonly string[],
    current: string | undefined,
    nameOf: (value: string) => string,
  ): Option[] => {
    const known = current === undefined || current === "" || values.includes(current) ? values : [current, ...values];
    const unknown = current === "" ? [{ value: UNKNOWN, label: t("unknown") }] : [];
    return [{ value: ANY, label: any }, ...unknown, ...known.map((value) => ({ value, label: nameOf(value) }))];
  };
  const own = bots.filter(({ portalId }) => search.portal === undefined || portalId === search.portal);
  const botOptions = own.map(({ id, name, portalDomain }) => ({
    value: id,
    label: search.portal === undefined && portals.length > 1 ? `${name} · ${portalDomain}` : name,
  }));
  const versionText = search.version === undefined ? "" : ` ${t("version", { version: search.version })}`;
  return (
    <div role="search" aria-label={t("label")} className="grid grid-cols-[repeat(auto-fill,minmax(8.25rem,1fr))] gap-2">
      <Select
        label={t("who")}
        value={search.who ?? "clients"}
        options={(["clients", "staff"] as const).map((who) => ({ value: who, label: t(`audience.${who}`) }))}
        onChange={(who) => go({ who: who === "staff" ? who : undefined, line: undefined })}
      />
      {portals.length > 1 && (
        <Select
          label={t("portal")}
          value={search.portal ?? ANY}
          options={[
            { value: ANY, label: t("anyPortal") },
            ...portals.map(({ id, domain }) => ({ value: id, label: domain })),
          ]}
          onChange={(portal) => go({ portal: chosen(portal), bot: undefined, line: undefined })}
        />
      )}
      <Select
        label={t("bot")}
        value={search.bot ?? ANY}
        options={[{ value: ANY, label: t("anyBot") }, ...botOptions]}
        onChange={(bot) => go({ bot: chosen(bot) })}
      />
      {search.who !== "staff" && (search.portal !== undefined || portals.length < 2) && (
        <Select
          label={t("line")}
          value={shown(search.line)}
          options={asOptions(t("anyLine"), choices?.lineIds ?? [], search.line, (line) => t("lineName", { line }))}
          onChange={(line) => go({ line: chosen(line) })}
        />
      )}
      <Select
        label={t("intent")}
        value={shown(search.intent)}
        options={asOptions(t("anyIntent"), choices?.intents ?? [], search.intent, (intent) => names("intents", intent))}
        onChange={(intent) => go({ intent: chosen(intent) })}
      />
      <Select
        label={t("topic")}
        value={shown(search.topic)}
        options={asOptions(t("anyTopic"), choices?.topics ?? [], search.topic, topicName)}
        onChange={(topic) => go({ topic: chosen(topic) })}
      />
      <Select
        label={t("dialog")}
        value={shown(search.dialog)}
        options={asOptions(
          t("anyDialog"),
          choices?.dialogs ?? [],
          search.dialog,
          (dialog) => names("dialog", dialog) + (dialog === search.dialog ? versionText : ""),
        )}
        onChange={(dialog) => go({ dialog: chosen(dialog), version: undefined })}
      />
      <Select
        label={t("language")}
        value={shown(search.lang)}
        options={asOptions(t("anyLanguage"), choices?.languages ?? [], search.lang, languageName)}
        onChange={(lang) => go({ lang: chosen(lang) })}
      />
      {isNarrowed(search) && (
        <Link
          to="/quality"
          search={{
            portal: search.portal,
            who: search.who,
            from: search.from,
            to: search.to,
            days: search.days,
            by: search.by,
          }}
          className={buttonLook({ variant: "ghost" })}
        >
          {t("clear")}
        </Link>
      )}
    </div>
  );
}

/** A choice has a text, also where none is made. */
const ANY = "*any";
const UNKNOWN = "*unknown";
const shown = (value: string | undefined) => (value === undefined ? ANY : value === "" ? UNKNOWN : value);
const chosen = (value: string) => (value === ANY ? undefined : value === UNKNOWN ? "" : value);
