import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useTell } from "../act/use-tell.ts";
import type { OpenedLetter } from "../letter/opened-letter.ts";
import { EditDialog } from "./edit-dialog.tsx";

/** The same dialog for a letter of the list, which is read first; says so when it is none that can be changed. */
export function EditListed({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("deliveries");
  const tell = useTell();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [letter, setLetter] = useState<OpenedLetter | null>(null);
  const open = useEffectEvent((found: OpenedLetter) => {
    if (found.editPlaces.length > 0) return setLetter(found);
    const text = found.noEdit === null ? t("letter.payloadGone") : t(`edit.noEdit.${found.noEdit}`);
    tell.said({ title: t("act.failed"), text });
    onClose();
  });
  const giveUp = useEffectEvent((error: unknown) => {
    tell.failed(error);
    onClose();
  });
  // Once, and as it is now: what others do with the letter later must not take away what is being written.
  const read = useEffectEvent(() => queryClient.fetchQuery(trpc.deadLetter.get.queryOptions({ id }, { staleTime: 0 })));
  useEffect(() => {
    let isWanted = true;
    read().then(
      (found) => isWanted && open(found),
      (error: unknown) => isWanted && giveUp(error),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return letter !== null && <EditDialog letter={letter} onClose={onClose} />;
}
