import { cn, IconButton } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Bookmark, X } from "lucide-react";
import { useTranslations } from "use-intl";

import { RoomTexts } from "../../i18n/room-texts.tsx";
import { useTRPC } from "../../trpc.ts";
import { ConversationSearch, listKey } from "../conversation/search.ts";

type Props = { linkLook: string; currentLook: string };

/** The lists that people have kept, their own and everybody's, below the queues. */
export function SavedViews(looks: Props) {
  return (
    <RoomTexts room="list" fallback={null}>
      <Views {...looks} />
    </RoomTexts>
  );
}

function Views({ linkLook, currentLook }: Props) {
  const t = useTranslations("list.view");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const here = useSearch({ strict: false });
  const { data: views = [] } = useQuery(trpc.savedView.list.queryOptions());
  const reload = () => void queryClient.invalidateQueries(trpc.savedView.list.pathFilter());
  const remove = useMutation(trpc.savedView.remove.mutationOptions({ onSettled: reload }));
  const current = here.queue === undefined ? null : listKey(ConversationSearch.parse(here));
  return views.map(({ id, name, search, isShared, ownerName, isOwn, mayRemove }) => {
    const wanted = ConversationSearch.parse(search);
    const isCurrent = listKey(wanted) === current;
    return (
      <li key={id} className="group/view relative flex max-md:contents">
        <Link
          to="/conversations"
          search={wanted}
          title={isShared && !isOwn ? t("of", { name: ownerName }) : name}
          aria-current={isCurrent ? "page" : undefined}
          className={cn(linkLook, "min-w-0 flex-1", isCurrent && currentLook)}
        >
          <Bookmark aria-hidden className="size-4 shrink-0" />
          <span className="flex-1 truncate">{name}</span>
        </Link>
        {mayRemove && (
          <IconButton
            size="sm"
            className="absolute top-0.5 right-0.5 bg-surface opacity-0 group-hover/view:opacity-100 focus-visible:opacity-100 max-md:hidden"
            label={t("remove", { name })}
            icon={<X aria-hidden />}
            onClick={() => remove.mutate({ id })}
          />
        )}
      </li>
    );
  });
}
