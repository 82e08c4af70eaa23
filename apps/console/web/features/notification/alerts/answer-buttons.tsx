import { Button, Field, Input, Menu, MenuItem, MenuSeparator } from "@botdeck/ui";
import { BellOff, BellRing, Check, ChevronDown, ChevronsUp } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
import type { AlertGroup } from "./alert-words.ts";
import { type Span, useAnswer } from "./use-answer.ts";

/** A week. */
const MOST_HOURS = 168;
const SPANS = {
  hour: { hours: 1 },
  hours: { hours: 4 },
  morning: "morning",
  recovery: "recovery",
} as const satisfies Record<string, Span>;

type Props = { group: Pick<AlertGroup, "id" | "title" | "state"> };

/** What can be done about a group, as the buttons of its card in the chat do it. */
export function AnswerButtons({ group: { id, title, state } }: Props) {
  const t = useTranslations("notifications.answer");
  const answer = useAnswer(id);
  const [isAsking, setIsAsking] = useState(false);
  if (state === "resolved") return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {state !== "acknowledged" && (
        <Button
          variant={state === "firing" ? "primary" : "secondary"}
          disabled={answer.isPending}
          aria-label={t("acknowledgeOf", { title })}
          onClick={() => void answer.acknowledge()}
        >
          <Check aria-hidden />
          {t("acknowledge")}
        </Button>
      )}
      {state === "silenced" && (
        <Button
          disabled={answer.isPending}
          aria-label={t("endSilenceOf", { title })}
          onClick={() => void answer.endSilence()}
        >
          <BellRing aria-hidden />
          {t("endSilence")}
        </Button>
      )}
      <Menu
        align="end"
        trigger={
          <Button disabled={answer.isPending} aria-label={t("silenceOf", { title })}>
            <BellOff aria-hidden />
            {t("silence")}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        {(["hour", "hours", "morning", "recovery"] as const).map((span) => (
          <MenuItem key={span} onClick={() => void answer.silence(SPANS[span])}>
            {t(`spans.${span}`)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onClick={() => setIsAsking(true)}>{t("spans.other")}</MenuItem>
      </Menu>
      <Button
        disabled={answer.isPending}
        aria-label={t("escalateOf", { title })}
        onClick={() => void answer.escalate()}
      >
        <ChevronsUp aria-hidden />
        {t("escalate")}
      </Button>
      {isAsking && (
        <SilenceDialog
          title={title}
          onClose={() => setIsAsking(false)}
          onChosen={(hours) => {
            setIsAsking(false);
            void answer.silence({ hours });
          }}
        />
      )}
    </div>
  );
}

type DialogProps = { title: string; onClose: () => void; onChosen: (hours: number) => void };

function SilenceDialog({ title, onClose, onChosen }: DialogProps) {
  const t = useTranslations("notifications.answer.other");
  const [hours, setHours] = useState("8");
  const [isTold, setIsTold] = useState(false);
  const number = Number(hours);
  const isRight = Number.isInteger(number) && number >= 1 && number <= MOST_HOURS;
  const submit = () => {
    setIsTold(true);
    if (isRight) onChosen(number);
  };
  return (
    <FormDialog
      title={t("title")}
      text={title}
      labels={{ cancel: t("cancel"), submit: t("submit") }}
      onClose={onClose}
      onSubmit={submit}
    >
      <Field
        label={t("hours")}
        hint={isTold && !isRight ? undefined : t("hint")}
        error={isTold && !isRight && t("hint")}
      >
        <Input
          type="number"
          min={1}
          max={MOST_HOURS}
          value={hours}
          onChange={({ target }) => setHours(target.value)}
          className="max-w-28"
        />
      </Field>
    </FormDialog>
  );
}
