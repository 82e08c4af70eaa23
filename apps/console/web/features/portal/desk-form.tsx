import { Button, Card, Field, Input } from "@botdeck/ui";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../trpc.ts";
import type { PortalDetails } from "./portal-look.tsx";
import { useSave } from "./use-save.ts";

const [LEAST_SECONDS, MOST_SECONDS] = [10, 86_400];
type Faults = Partial<Record<"warn" | "breach" | "timeZone", string>>;

/** When a wait for a person stands out, and by whose days is counted. */
export function DeskForm({ portal, mayChange }: { portal: PortalDetails; mayChange: boolean }) {
  const t = useTranslations("portals.desk");
  const tAll = useTranslations("portals.limits");
  const save = useSave(portal.id);
  const zonesId = useId();
  const { mutateAsync, isPending } = useMutation(useTRPC().portal.setDesk.mutationOptions());
  const { sla, timeZone: before } = portal.desk;
  const [warn, setWarn] = useState(String(sla.warnSeconds));
  const [breach, setBreach] = useState(String(sla.breachSeconds));
  const [timeZone, setTimeZone] = useState(before);
  const [faults, setFaults] = useState<Faults>({});
  const isChanged = warn !== String(sla.warnSeconds) || breach !== String(sla.breachSeconds) || timeZone !== before;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [warnSeconds, breachSeconds] = [Number(warn), Number(breach)];
    const range = (seconds: number) =>
      Number.isInteger(seconds) && seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS ? undefined : t("range");
    const zone = timeZone.trim();
    const found: Faults = {
      ...withText("warn", range(warnSeconds)),
      ...withText("breach", range(breachSeconds) ?? (breachSeconds < warnSeconds ? t("breachEarly") : undefined)),
      ...withText("timeZone", isTimeZone(zone) ? undefined : t("timeZoneWrong")),
    };
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const desk = { sla: { warnSeconds, breachSeconds }, timeZone: zone };
    await save(() => mutateAsync({ portalId: portal.id, desk, before: portal.desk }));
  }

  function discard(): void {
    setWarn(String(sla.warnSeconds));
    setBreach(String(sla.breachSeconds));
    setTimeZone(before);
    setFaults({});
  }

  return (
    <Card>
      <form aria-label={t("title")} onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <h3 className="font-semibold">{t("title")}</h3>
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label={t("warn")} error={faults.warn}>
            <Input type="number" value={warn} disabled={!mayChange} onChange={({ target }) => setWarn(target.value)} />
          </Field>
          <Field label={t("breach")} error={faults.breach}>
            <Input
              type="number"
              value={breach}
              disabled={!mayChange}
              onChange={({ target }) => setBreach(target.value)}
            />
          </Field>
          <Field label={t("timeZone")} hint={t("timeZoneHint")} error={faults.timeZone}>
            <Input
              value={timeZone}
              list={zonesId}
              disabled={!mayChange}
              onChange={({ target }) => setTimeZone(target.value)}
            />
          </Field>
          <datalist id={zonesId}>
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        {isChanged && mayChange && (
          <div className="flex gap-2">
            <Button type="submit" variant="primary" size="sm" isBusy={isPending}>
              {tAll("save")}
            </Button>
            <Button size="sm" onClick={discard}>
              {tAll("discard")}
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}

const withText = (name: keyof Faults, text: string | undefined): Faults => (text === undefined ? {} : { [name]: text });

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return name !== "";
  } catch {
    return false;
  }
}
