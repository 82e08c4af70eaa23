import { Field, Input, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
import { useTRPC } from "../../../trpc.ts";
import { READER_ZONE, type Rota } from "./calendar-words.ts";
import { PersonInput } from "./person-input.tsx";
import { usePeople } from "./use-people.ts";

/** The stretch that it begins with; from the next hour on where there is none. */
export type Giving = { fromAt: string | null; untilAt: string | null };

const HOUR_MS = 3_600_000;

type Props = { portalId: string; rota: Pick<Rota, "id" | "name">; giving: Giving; onClose: () => void };

/** Asks who is to be on call from when until when. */
export function GiveDialog({ portalId, rota, giving, onClose }: Props) {
  const t = useTranslations("notifications.onCall");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const people = usePeople(portalId);
  const { mutateAsync, isPending } = useMutation(trpc.rota.give.mutationOptions());
  const [first] = useState(() => spanOf(giving));
  const [personId, setPersonId] = useState("");
  const [from, setFrom] = useState(first.from);
  const [until, setUntil] = useState(first.until);
  const [isTold, setIsTold] = useState(false);
  // The same press again, because its answer was lost, is the same.
  const [pressId] = useState(() => crypto.randomUUID());
  const times = { fromAt: new Date(from), untilAt: new Date(until) };
  const isEndWrong = !(times.untilAt > times.fromAt);
  const isPast = !isEndWrong && times.untilAt.getTime() <= Date.now();
  const isMissing = personId.trim() === "";

  async function submit(): Promise<void> {
    setIsTold(true);
    if (isMissing || isEndWrong || isPast) return;
    const name = people.find(({ id }) => id === personId.trim())?.name ?? personId.trim();
    try {
      const span = { fromAt: times.fromAt.toISOString(), untilAt: times.untilAt.toISOString() };
      await mutateAsync({ portalId, rotaId: rota.id, personId: personId.trim(), ...span, pressId });
      toast.show({ title: t("give.done", { name, rota: rota.name }) });
      onClose();
    } catch {
      toast.show({ title: t("give.failed"), tone: "danger" });
    }
    await queryClient.invalidateQueries(trpc.rota.pathFilter());
  }

  return (
    <FormDialog
      title={t("give.title")}
      text={`${rota.name}. ${t("give.text")}`}
      labels={{ cancel: t("cancel"), submit: t("give.submit") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Field label={t("give.who")} hint={t("give.whoHint")} error={isTold && isMissing && t("give.whoMissing")}>
        <PersonInput people={people} value={personId} onChange={setPersonId} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("give.from")}>
          <Input type="datetime-local" value={from} onChange={({ target }) => setFrom(target.value)} />
        </Field>
        <Field
          label={t("give.until")}
          error={isTold && (isEndWrong ? t("give.endTooEarly") : isPast && t("give.isPast"))}
        >
          <Input type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />
        </Field>
      </div>
      <p className="text-sm text-ink-muted">{t("give.zoneHint", { zone: READER_ZONE })}</p>
    </FormDialog>
  );
}

function spanOf({ fromAt, untilAt }: Giving): { from: string; until: string } {
  const nextHour = new Date(Math.ceil(Date.now() / HOUR_MS) * HOUR_MS);
  const given = fromAt === null ? nextHour : new Date(fromAt);
  const from = given < nextHour ? nextHour : given;
  const until =
    untilAt === null || new Date(untilAt) <= from ? new Date(from.getTime() + 24 * HOUR_MS) : new Date(untilAt);
  return { from: asInput(from), until: asInput(until) };
}

/** As the control writes it: the reader's wall clock. */
function asInput(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
