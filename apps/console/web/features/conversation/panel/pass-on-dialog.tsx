import { Button, Dialog, Field, Input, Select, Textarea } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import { isPortalNumber, targetOf } from "./pass-target.ts";
import type { DeskActs } from "./use-desk-acts.ts";

type Props = { id: string; acts: DeskActs; onClose: () => void };

const MOST_LETTERS = 500;

/** Asks to whom a client is given: the line's queue, another line, or one operator. */
export function PassOnDialog({ id, acts, onClose }: Props) {
  const t = useTranslations("desk.pass");
  const tDesk = useTranslations("desk");
  const tApp = useTranslations("app");
  const { data: targets } = useQuery(useTRPC().conversation.targets.queryOptions({ id }));
  const [chosen, setChosen] = useState("queue");
  const [number, setNumber] = useState("");
  const [reason, setReason] = useState("");
  const options = [
    { value: "queue", label: t("queue") },
    ...(targets?.lineIds ?? [])
      .filter((lineId) => lineId !== targets?.ownLineId)
      .map((lineId) => ({ value: `line:${lineId}`, label: t("line", { id: lineId }) })),
    ...(targets?.people ?? []).map((person) => ({ value: `person:${person.id}`, label: person.name })),
    { value: "line:", label: t("otherLine") },
    { value: "person:", label: t("otherPerson") },
  ];
  const isAsking = chosen === "line:" || chosen === "person:";
  const to = targetOf(chosen, number);
  const pass = async () => {
    if (to !== null && (await acts.passOn(to, reason.trim() === "" ? null : reason.trim()))) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("title")}
      text={t("text")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{tDesk("cancel")}</Button>
          <Button variant="primary" isBusy={acts.isBusy} disabled={to === null} onClick={() => void pass()}>
            {t("action")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("to")}>
          <Select value={chosen} options={options} onChange={setChosen} className="w-full" />
        </Field>
        {isAsking && (
          <Field
            label={t(chosen === "line:" ? "lineNumber" : "personNumber")}
            hint={t(chosen === "line:" ? "lineHint" : "personHint")}
            error={number !== "" && !isPortalNumber(number) && t("numberWrong")}
          >
            <Input inputMode="numeric" value={number} onChange={(event) => setNumber(event.target.value)} />
          </Field>
        )}
        <Field label={tDesk("reason")} hint={tDesk("reasonHint")}>
          <Textarea value={reason} maxLength={MOST_LETTERS} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
