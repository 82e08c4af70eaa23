import type { Command } from "@botdeck/ui";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { queueOf } from "../../conversation/queue-of.ts";
import { LEAST_LETTERS } from "../../conversation/search.ts";

const MOST_CLIENTS = 6;

/** The latest conversations of clients who are called what is typed. None for whoever sees no names. */
export function useClientCommands(typed: string): Command[] {
  const t = useTranslations("conversations.states");
  const navigate = useNavigate();
  const trpc = useTRPC();
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const person = typed.trim();
  const isAsked = person.length >= LEAST_LETTERS && me !== undefined && me.role !== "viewer";
  const { data } = useQuery(
    trpc.conversation.list.queryOptions(
      { queue: "all", portalId: null, person },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  if (!isAsked) return [];
  return (data?.rows ?? []).slice(0, MOST_CLIENTS).map((row) => ({
    id: row.id,
    label: row.personName,
    hint: `${t(queueOf(row))} · ${row.portalDomain}`,
    act: () => void navigate({ to: "/conversations", search: { queue: "all", q: person, id: row.id } }),
  }));
}
