import { Button, Dialog } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { type ActProps, onlyOne } from "./chosen-letters.ts";
import { isReason, ReasonField } from "./reason-field.tsx";
import { useRestore } from "./use-restore.ts";
import { useTell } from "./use-tell.ts";

/** Asks for a reason and sets letters aside: those chosen at once, all that match as a job. */
export function DiscardDialog({ letters, onClose, onGone, onBack, onDone }: ActProps) {
  const t = useTranslations("deliveries");
  const tApp = useTranslations("app");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tell = useTell();
  const restore = useRestore();
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const { ids, filter, count } = letters;

  const discard = useMutation(
    trpc.deadLetter.discard.mutationOptions({
      onMutate: ({ ids: gone }) => onGone?.(gone),
      onSuccess({ changed, refused }) {
        onBack?.(refused.map(({ id }) => id));
        tell.refused(refused);
        if (changed.length === 0) return;
        tell.said({
          title: t("act.discarded", { count: changed.length }),
          action: {
            label: t("act.undo"),
            onPress() {
              onBack?.(changed);
              restore(changed);
            },
          },
        });
      },
      onError(error, { ids: gone }) {
        onBack?.(gone);
        tell.failed(error);
      },
      onSettled: () => queryClient.invalidateQueries(trpc.deadLetter.pathFilter()),
    }),
  );
  const start = useMutation(trpc.job.start.mutationOptions({ onSuccess: tell.jobStarted, onError: tell.failed }));

  function act() {
    setIsTried(true);
    if (!isReason(reason)) return;
    if (ids === null) start.mutate({ kind: "deadLetter.discard", letters: { filter, ids: null }, reason });
    else discard.mutate({ ids: [...ids], reason });
    onDone?.();
    onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={
        onlyOne(letters) === null
          ? t("discard.titleMany", { count: t("letters.count", { count }) })
          : t("discard.titleOne")
      }
      text={t("discard.text")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button variant="danger" onClick={act}>
            {t("act.discard")}
          </Button>
        </>
      }
    >
      <ReasonField value={reason} isTried={isTried} onChange={setReason} />
    </Dialog>
  );
}
