import { useTranslations } from "use-intl";

import { useNames } from "../../i18n/use-names.ts";
import { useTopicName } from "../../i18n/use-topic-name.ts";
import type { GroupRow } from "./quality-data.ts";
import type { Group } from "./search.ts";
import { useLanguageName } from "./use-language-name.ts";

/** What a group is called. */
export function useGroupName(): (by: Group, row: Pick<GroupRow, "key" | "name">) => string {
  const t = useTranslations("quality");
  const names = useNames();
  const topicName = useTopicName();
  const languageName = useLanguageName();
  return (by, { key: [first = null, second = null], name }) => {
    if (first === null) return t("groups.unknown");
    switch (by) {
      case "bot":
      case "portal":
        return name ?? t("groups.gone");
      case "line":
        return [
          second === null ? t("groups.noLine") : t("filter.lineName", { line: second }),
          name ?? t("groups.gone"),
        ].join(" · ");
      case "intent":
        return names("intents", first);
      case "topic":
        return topicName(first);
      case "version":
        return `${names("dialog", first)} ${second === null ? "" : t("filter.version", { version: Number(second) })}`;
      case "language":
        return languageName(first);
    }
  };
}
