import { Button, Field, Input } from "@botdeck/ui";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Faults } from "./faults.ts";
import { Toggle } from "./toggle.tsx";

type Props = { faults: Faults; onChange: (next: Partial<Faults>) => void };

/** How many calls the portal takes, and how long links and tokens live. */
export function LimitsForm({ faults, onChange }: Props) {
  const t = useTranslations("faults");
  const { limits, lifetimes } = faults;
  const [requests, setRequests] = useState(limits.requests ?? "");
  const [operating, setOperating] = useState(limits.operatingS === null ? "" : String(limits.operatingS));
  const [fileLink, setFileLink] = useState(String(lifetimes.fileLinkS));
  const isRequestsWrong = !/^(?:off|[1-9]\d*\/\d+(?:\.\d+)?)$/u.test(requests);
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({
          ...faults,
          limits: { ...limits, requests, operatingS: Number(operating) > 0 ? Number(operating) : null },
          lifetimes: { ...lifetimes, fileLinkS: Number(fileLink) > 0 ? Number(fileLink) : lifetimes.fileLinkS },
        });
      }}
    >
      <h2 className="text-lg font-semibold">{t("limitsTitle")}</h2>
      <Field
        label={t("limits.requests")}
        hint={t("limits.requestsHint")}
        error={isRequestsWrong ? t("limits.requestsWrong") : undefined}
      >
        <Input value={requests} onChange={(event) => setRequests(event.target.value.trim())} />
      </Field>
      <Field label={t("limits.operating")} hint={t("limits.operatingHint")}>
        <Input type="number" min={0} value={operating} onChange={(event) => setOperating(event.target.value)} />
      </Field>
      <Field label={t("lifetimes.fileLink")}>
        <Input type="number" min={1} value={fileLink} onChange={(event) => setFileLink(event.target.value)} />
      </Field>
      <Toggle
        label={t("lifetimes.isRefreshOneShot")}
        text={t("lifetimes.isRefreshOneShotText")}
        isOn={lifetimes.isRefreshOneShot}
        onChange={(on) => onChange({ ...faults, lifetimes: { ...lifetimes, isRefreshOneShot: on } })}
      />
      <Button type="submit" className="self-start" disabled={isRequestsWrong}>
        {t("apply")}
      </Button>
    </form>
  );
}
