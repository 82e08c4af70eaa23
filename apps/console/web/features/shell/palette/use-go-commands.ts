import type { Command } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslations } from "use-intl";

import { isAtLeast } from "../../../../server/roles.ts";
import { useTRPC } from "../../../trpc.ts";
import { ConversationSearch, QUEUES } from "../../conversation/search.ts";
import { ROOMS } from "../rooms.ts";

/** The ways to the queues, the rooms that one's role may see, and the saved views. */
export function useGoCommands(): { go: Command[]; views: Command[] } {
  const t = useTranslations("shell");
  const navigate = useNavigate();
  const trpc = useTRPC();
  const { data: me } = useQuery(trpc.session.me.queryOptions());
  const { data: views = [] } = useQuery(trpc.savedView.list.queryOptions());
  const queues = QUEUES.map((queue) => ({
    id: `queue ${queue}`,
    label: t(`queues.${queue}`),
    act: () => void navigate({ to: "/conversations", search: { queue } }),
  }));
  const rooms = ROOMS.filter(({ least }) => me !== undefined && isAtLeast(me.role, least)).map(({ to, name }) => ({
    id: to,
    label: t(`rooms.${name}`),
    act: () => void navigate({ to }),
  }));
  return {
    go: [...queues, ...rooms],
    views: views.map(({ id, name, search }) => ({
      id,
      label: name,
      act: () => void navigate({ to: "/conversations", search: ConversationSearch.parse(search) }),
    })),
  };
}
