import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTopicName } from "../../../i18n/use-topic-name.ts";
import { useTRPC } from "../../../trpc.ts";
import type { WantedList } from "../search.ts";

const FRESH_MS = 60_000;

export type Choice = { value: string; label: string };

/** What bot, line and topic may be, as far as the chosen portal goes. */
export function useChoices({ portal, bot, line, topic }: WantedList): Record<"bot" | "line" | "topic", Choice[]> {
  const t = useTranslations("list");
  const topicName = useTopicName();
  const { data } = useQuery(useTRPC().conversation.choices.queryOptions(undefined, { staleTime: FRESH_MS }));
  const isOfPortal = ({ portalId }: { portalId: string }) => portal === undefined || portalId === portal;
  const bots = data?.bots.filter(isOfPortal).map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const lineIds = [...new Set(data?.lines.filter(isOfPortal).map(({ lineId }) => lineId))];
  const lines = lineIds.map((id) => ({ value: id, label: t("lineName", { id }) }));
  const topics = data?.topics.map((name) => ({ value: name, label: topicName(name) })) ?? [];
  // What the address names stays to be chosen, also where there is none of it any more.
  return {
    bot: withChosen(bots, bot),
    line: withChosen(lines, line),
    topic: withChosen(topics, topic),
  };
}

const withChosen = (choices: Choice[], chosen: string | undefined): Choice[] =>
  chosen === undefined || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }];
