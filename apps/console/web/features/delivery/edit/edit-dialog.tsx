import { Button, Dialog } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { isReason, ReasonField } from "../act/reason-field.tsx";
import { ReplayPreview } from "../act/replay-preview.tsx";
import type { OpenedLetter } from "../letter/opened-letter.ts";
import { KeepWriting } from "./keep-writing.tsx";
import { LineDiff } from "./line-diff.tsx";
import { PayloadField } from "./payload-field.tsx";
import type { Checked, Problem } from "./problem-list.tsx";
import { useEdit } from "./use-edit.ts";

/** What fits, with the text that was looked at: no other is sent. */
type Fitting = Extract<Checked, { kind: "fits" }> & { text: string };

/** Lets a letter run again with another payload: first it is written, then the dry run and what would be sent are looked at. */
export function EditDialog({ letter, onClose }: { letter: OpenedLetter; onClose: () => void }) {
  const t = useTranslations("deliveries");
  const tApp = useTranslations("app");
  // As it was opened: the page behind follows what others do with the letter.
  const [opened] = useState(letter);
  const [shown] = useState(() => JSON.stringify(letter.payload, null, 2));
  const [text, setText] = useState(shown);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [fitting, setFitting] = useState<Fitting | null>(null);
  const [isTaken, setIsTaken] = useState(false);
  const [acceptsTwice, setAcceptsTwice] = useState(false);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const { check, replay } = useEdit({
    onFits: (checked, looked) => setFitting({ ...checked, text: looked }),
    onProblems(found) {
      setFitting(null);
      setProblems(found);
    },
    onTaken: () => setIsTaken(true),
    onRefused: () => setFitting(null),
    onReplayed: onClose,
  });
  const edit = { id: opened.id, attempts: opened.attempts, text };
  const mayRun = fitting !== null && fitting.preview.plain + (acceptsTwice ? fitting.preview.twice : 0) > 0;

  function leave() {
    // Sent already: the answer shuts the dialog, or says what is wrong with what was written.
    if (replay.isPending) return;
    if (text === shown && reason === "") onClose();
    else setIsLeaving(true);
  }
  function act() {
    setIsTried(true);
    if (fitting === null || !isReason(reason)) return;
    replay.mutate({ ...edit, text: fitting.text, seen: fitting.seen, acceptsTwice, reason });
  }

  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={(isOpen) => !isOpen && leave()}
      title={t(fitting === null ? "edit.titleWrite" : "edit.titleReview")}
      text={t(fitting === null ? "edit.textWrite" : "replay.dryRun")}
      closeLabel={tApp("close")}
      footer={
        fitting === null ? (
          <>
            <Button onClick={leave}>{t("act.cancel")}</Button>
            <Button variant="primary" isBusy={check.isPending} disabled={isTaken} onClick={() => check.mutate(edit)}>
              {t("edit.check")}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={replay.isPending} onClick={() => setFitting(null)}>
              {t("edit.back")}
            </Button>
            <Button variant="primary" isBusy={replay.isPending} disabled={!mayRun || isTaken} onClick={act}>
              {t("replay.start")}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {isTaken && (
          <p role="alert" className="rounded-md bg-danger-tint px-3 py-2 text-danger">
            {t("edit.taken")}
          </p>
        )}
        {fitting === null ? (
          <PayloadField
            letter={opened}
            text={text}
            problems={problems}
            onChange={(written) => {
              setText(written);
              setProblems([]);
            }}
          />
        ) : (
          <div ref={takeFocus} tabIndex={-1} data-dry-run="done" className="flex flex-col gap-4 outline-none">
            <ReplayPreview
              preview={fitting.preview}
              isOne
              acceptsTwice={acceptsTwice}
              onAcceptTwice={setAcceptsTwice}
            />
            <section>
              <h3 className="mb-1 text-sm font-medium text-ink-muted">{t("edit.lines")}</h3>
              <LineDiff label={t("edit.lines")} lines={fitting.lines} />
              {fitting.changesWords && <p className="mt-1 text-sm text-ink-muted">{t("edit.words")}</p>}
            </section>
            <ReasonField value={reason} isTried={isTried} onChange={setReason} />
          </div>
        )}
      </div>
      <KeepWriting isOpen={isLeaving} onStay={() => setIsLeaving(false)} onLeave={onClose} />
    </Dialog>
  );
}

/** The button that was pressed is gone with the step before. */
function takeFocus(review: HTMLElement | null): void {
  review?.focus();
}
