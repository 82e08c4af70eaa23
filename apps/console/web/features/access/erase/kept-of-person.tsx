import { Button, Card, Dialog, Field, Skeleton, Textarea, useToast } from "@botdeck/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useMessages, useTranslations } from "use-intl";

import { FailedState } from "../../../components/failed-state.tsx";
import { wordsOf } from "../../../i18n/words-of.ts";
import { useTRPC } from "../../../trpc.ts";
import { useTellFailure } from "../use-tell-failure.ts";

type Props = { portalId: string; personId: string };

/** A part of another count. */
const PART = "cancelled";

/** What there is of a person, and the way to erase it. */
export function KeptOfPerson({ portalId, personId }: Props) {
  const t = useTranslations("access.erase");
  const tRoom = useTranslations("access");
  const tApp = useTranslations("app");
  const { access } = useMessages();
  const format = useFormatter();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const tellFailure = useTellFailure();
  const person = { portalId, portalUserId: personId };
  const dryRun = useQuery(trpc.person.eraseDryRun.queryOptions(person));
  const { mutateAsync, isPending } = useMutation(trpc.person.erase.mutationOptions());
  const [reason, setReason] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const [isAsked, setIsAsked] = useState(false);

  if (dryRun.error !== null) {
    return <FailedState title={tRoom("failed")} error={dryRun.error} onRetry={() => void dryRun.refetch()} />;
  }
  if (dryRun.data === undefined) return <Skeleton className="h-40 w-full" />;
  const { counts, name } = dryRun.data;
  const who = name ?? t("byNumber", { id: personId });
  const kept = Object.entries(counts).filter(([, count]) => count > 0);
  const total = totalOf(counts);

  function ask() {
    setIsMissing(reason.trim() === "");
    if (reason.trim() !== "") setIsAsked(true);
  }

  async function erase() {
    try {
      const erased = await mutateAsync({ ...person, reason: reason.trim() });
      toast.show({ title: t("done", { count: totalOf(erased) }) });
      setReason("");
    } catch (error) {
      tellFailure(error);
    }
    setIsAsked(false);
    await queryClient.invalidateQueries(trpc.person.pathFilter());
  }

  return (
    <Card data-kept={personId} className="flex flex-col gap-4">
      <h3 className="text-lg font-semibold wrap-anywhere">
        {name === null ? t("foundNumber", { id: personId }) : t("found", { name })}
      </h3>
      {kept.length === 0 && <p className="text-ink-muted">{t("nothing")}</p>}
      {kept.length > 0 && (
        <>
          <dl className="grid gap-x-8 sm:grid-cols-2">
            {kept.map(([what, count]) => (
              <div key={what} className="flex items-baseline justify-between gap-4 border-b border-line py-1.5">
                <dt className="text-ink-muted">{wordsOf(access.erase.counts, what) ?? what}</dt>
                <dd className="font-medium tabular-nums">{format.number(count)}</dd>
              </div>
            ))}
          </dl>
          <Field label={tRoom("reason")} hint={t("reasonHint")} error={isMissing && tRoom("reasonMissing")}>
            <Textarea value={reason} maxLength={500} onChange={({ target }) => setReason(target.value)} />
          </Field>
          <Button variant="danger" className="self-start" onClick={ask}>
            {t("erase")}
          </Button>
        </>
      )}
      {isAsked && (
        <Dialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && setIsAsked(false)}
          title={t("confirmTitle")}
          text={t("confirmText", { name: who, count: total })}
          closeLabel={tApp("close")}
          footer={
            <>
              <Button onClick={() => setIsAsked(false)}>{tRoom("cancel")}</Button>
              <Button variant="danger" isBusy={isPending} onClick={() => void erase()}>
                {t("confirm")}
              </Button>
            </>
          }
        />
      )}
    </Card>
  );
}

function totalOf(counts: Readonly<Record<string, number>>): number {
  return Object.entries(counts).reduce((sum, [what, count]) => sum + (what === PART ? 0 : count), 0);
}
