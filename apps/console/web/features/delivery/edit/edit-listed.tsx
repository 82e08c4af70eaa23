import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { useTell } from "../act/use-tell.ts";
import { EditDialog } from "./edit-dialog.tsx";

/** The same dialog for a letter of the list, which is read first; says so when it is none that can be changed. */
export function EditListed({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations("deliveries");
  const tell = useTell();
  const { data: letter, error } = useQuery(useTRPC().deadLetter.get.queryOptions({ id }));
  const giveUp = useEffectEvent(() => {
    if (error !== null) tell.failed(error);
    else if (letter !== undefined) {
      const text = letter.noEdit === null ? t("letter.payloadGone") : t(`edit.noEdit.${letter.noEdit}`);
      tell.said({ title: t("act.failed"), text });
    }
    onClose();
  });
  const isEditable = letter !== undefined && letter.editPlaces.length > 0;
  const isOver = error !== null || (letter !== undefined && !isEditable);
  useEffect(() => {
    if (isOver) giveUp();
  }, [isOver]);
  return isEditable && <EditDialog letter={letter} onClose={onClose} />;
}
