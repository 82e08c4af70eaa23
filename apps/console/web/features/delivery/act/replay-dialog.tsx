import { Button, Dialog, Spinner } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { useTRPC } from "../../../trpc.ts";
import { type ActProps, onlyOne } from "./chosen-letters.ts";
import { isReason, ReasonField } from "./reason-field.tsx";
import { ReplayPreview } from "./replay-preview.tsx";
import { ReplaySamples } from "./replay-samples.tsx";
import { useReplay } from "./use-replay.ts";

/** A dry run of what would be sent and what may be sent twice; then one letter is let run at once, several as a job. */
export function ReplayDialog(props: ActProps) {
  const { letters, onClose, onDone } = props;
  const t = useTranslations("deliveries");
  const tApp = useTranslations("app");
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [acceptsTwice, setAcceptsTwice] = useState(false);
  const { filter, ids, count } = letters;
  const one = onlyOne(letters);
  const {
    data: preview,
    error,
    refetch,
  } = useQuery(
    useTRPC().job.preview.queryOptions({ filter, ids: ids === null ? null : [...ids] }, { staleTime: 0, gcTime: 0 }),
  );
  const { replayOne, startJob } = useReplay(props);
  const able = preview === undefined ? 0 : preview.plain + (acceptsTwice ? preview.twice : 0);
  const mayBegin = preview !== undefined && (able > 0 || preview.count > preview.planned);

  function act() {
    setIsTried(true);
    if (preview === undefined) return;
    const [sample] = preview.samples;
    if (one !== null && sample !== undefined) replayOne({ id: one, seen: sample.seen, acceptsTwice });
    else if (!isReason(reason)) return;
    else startJob({ letters: { filter, ids: ids === null ? null : [...ids] }, acceptsTwice, reason });
    onDone?.();
    onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={one === null ? t("replay.titleMany", { count: t("letters.count", { count }) }) : t("replay.titleOne")}
      text={t("replay.dryRun")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("act.cancel")}</Button>
          <Button variant="primary" disabled={!mayBegin} onClick={act}>
            {t(one === null ? "replay.startMany" : "replay.start")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4" data-dry-run={preview === undefined ? "pending" : "done"}>
        {error !== null && <FailedState title={t("failed")} error={error} onRetry={() => void refetch()} />}
        {preview === undefined && error === null && (
          <p className="flex items-center gap-2 text-ink-muted">
            <Spinner />
            {t("replay.looking")}
          </p>
        )}
        {preview !== undefined && (
          <ReplayPreview
            preview={preview}
            isOne={one !== null}
            acceptsTwice={acceptsTwice}
            onAcceptTwice={setAcceptsTwice}
          />
        )}
        {one === null && mayBegin && <ReasonField value={reason} isTried={isTried} onChange={setReason} />}
        {preview !== undefined && <ReplaySamples preview={preview} isOne={one !== null} />}
      </div>
    </Dialog>
  );
}
