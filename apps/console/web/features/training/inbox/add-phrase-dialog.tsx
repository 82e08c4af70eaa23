import { Field, Input, Select, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";
import type { TrainedBot } from "../types.ts";
import { useIntentName } from "../use-intent-name.ts";
import { useTellFailure } from "../use-tell-failure.ts";

const MOST_PHRASE = 300;

/** Takes a phrase that somebody thought of, and what it means. */
export function AddPhraseDialog({ bot, onClose }: { bot: TrainedBot; onClose: () => void }) {
  const t = useTranslations("training.add");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const nameOf = useIntentName();
  const toast = useToast();
  const fail = useTellFailure();
  const [text, setText] = useState("");
  const [intent, setIntent] = useState(bot.intents[0]?.name ?? "");
  const [isMissing, setIsMissing] = useState(false);
  const { mutate, isPending } = useMutation(
    trpc.training.addPhrase.mutationOptions({
      onSuccess() {
        toast.show({ title: t("done") });
        onClose();
      },
      onError: fail,
      onSettled: () => queryClient.invalidateQueries(trpc.training.pathFilter()),
    }),
  );
  const submit = () => {
    const isShort = text.trim().length < 2;
    setIsMissing(isShort);
    if (!isShort) mutate({ botCode: bot.code, text: text.trim(), intent });
  };
  const options = bot.intents
    .map(({ name }) => ({ value: name, label: nameOf(name) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <FormDialog
      title={t("title")}
      text={t("text")}
      labels={{ cancel: t("cancel"), submit: t("submit") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Field label={t("phrase")} error={isMissing && t("phraseMissing")}>
        <Input value={text} maxLength={MOST_PHRASE} onChange={({ target }) => setText(target.value)} />
      </Field>
      <Field label={t("meaning")}>
        <Select value={intent} options={options} onChange={setIntent} className="w-full" />
      </Field>
    </FormDialog>
  );
}
