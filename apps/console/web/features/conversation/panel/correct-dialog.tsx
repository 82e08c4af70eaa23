import { Button, Dialog, Field, Select, Skeleton, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { useNames } from "../../../i18n/use-names.ts";
import { useTRPC } from "../../../trpc.ts";
import type { ShownMessage } from "../group-messages.ts";
import { useFailureToast } from "./use-failure-toast.ts";

type Props = { conversationId: string; message: ShownMessage; onClose: () => void };

/** Asks what a client's words mean; the answer goes to the training inbox. */
export function CorrectDialog({ conversationId, message, onClose }: Props) {
  const t = useTranslations("understood");
  const tApp = useTranslations("app");
  const nameOf = useNames();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const fail = useFailureToast();
  const { data: intents, error, refetch } = useQuery(trpc.conversation.intents.queryOptions({ id: conversationId }));
  const { mutate, isPending } = useMutation(trpc.conversation.correctIntent.mutationOptions());
  const guessed = message.correctedTo ?? message.understood?.intents[0]?.intent ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const value = chosen ?? (guessed !== null && intents?.includes(guessed) ? guessed : (intents?.[0] ?? ""));
  const options = (intents ?? [])
    .map((intent) => ({ value: intent, label: nameOf("intents", intent) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  const save = () =>
    mutate(
      { id: conversationId, messageId: message.id, intent: value },
      {
        onSuccess() {
          void queryClient.invalidateQueries(trpc.conversation.messages.infiniteQueryFilter({ conversationId }));
          toast.show({ title: t("correctDone"), text: t("correctDoneText") });
          onClose();
        },
        onError: fail,
      },
    );
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("correct")}
      text={t("correctText")}
      closeLabel={tApp("close")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" isBusy={isPending} disabled={options.length === 0} onClick={save}>
            {t("save")}
          </Button>
        </>
      }
    >
      <blockquote className="mb-4 max-h-40 overflow-y-auto border-l-2 border-line-strong pl-3 wrap-anywhere whitespace-pre-wrap text-ink-muted">
        {message.text}
      </blockquote>
      {error !== null && intents === undefined && (
        <FailedState title={t("correctFailed")} error={error} onRetry={() => void refetch()} />
      )}
      {error === null && intents === undefined && <Skeleton className="w-2/3" />}
      {intents?.length === 0 && <p className="text-ink-muted">{t("correctUnknown")}</p>}
      {options.length > 0 && (
        <Field label={t("meaning")}>
          <Select value={value} options={options} onChange={setChosen} className="w-full" />
        </Field>
      )}
    </Dialog>
  );
}
