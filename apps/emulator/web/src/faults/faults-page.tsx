import { Button, Card, Skeleton } from "@botdeck/ui";
import { ZapOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { LoadProblem } from "../live/load-problem.tsx";
import { AccessForm } from "./access-form.tsx";
import { DOWNLOAD_MODES, EVENT_MODES, type Faults, REST_MODES } from "./faults.ts";
import { LimitsForm } from "./limits-form.tsx";
import { isOn, PRESETS, withPreset } from "./presets.ts";
import { RuleList } from "./rule-list.tsx";
import { Toggle } from "./toggle.tsx";
import { useFaultTexts } from "./use-fault-texts.ts";
import { useFaults } from "./use-faults.ts";

/** Everything that the portal can do wrong on purpose; a change is in force at once. */
export function FaultsPage() {
  const t = useTranslations();
  const texts = useFaultTexts();
  const { faults, set, clear } = useFaults();
  const { data } = faults;
  const isCalm = data !== undefined && texts.all(data).length === 0;
  return (
    <main className="min-h-0 flex-1 overflow-y-auto p-3 md:p-6">
      <div className="mx-auto flex max-w-5xl flex-col gap-6">
        <header className="flex flex-wrap items-start gap-3">
          <div className="min-w-60 flex-1">
            <h1 className="text-2xl font-semibold">{t("faults.title")}</h1>
            <p className="max-w-2xl text-pretty text-ink-muted">{t("faults.text")}</p>
          </div>
          <Button variant="primary" disabled={isCalm} onClick={clear}>
            <ZapOff aria-hidden />
            {t("faults.clear")}
          </Button>
        </header>
        <LoadProblem of={faults} title={t("problem.load")} className="" />
        {data ? <Forms faults={data} onChange={set} /> : <Skeleton className="h-80" />}
      </div>
    </main>
  );
}

function Forms({ faults, onChange }: { faults: Faults; onChange: (next: Partial<Faults>) => void }) {
  const t = useTranslations("faults");
  const texts = useFaultTexts();
  return (
    <>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t("presets")}</h2>
        <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
          {PRESETS.map((preset) => (
            <li key={preset}>
              <Toggle
                isCard
                label={t(`preset.${preset}.title`)}
                text={t(`preset.${preset}.text`)}
                isOn={isOn(faults, preset)}
                onChange={(on) => onChange(withPreset(faults, preset, on))}
              />
            </li>
          ))}
        </ul>
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t("rules")}</h2>
        <p className="max-w-2xl text-ink-muted">{t("rulesText")}</p>
        <RuleList
          name="rest"
          rules={faults.rest.map(texts.rest)}
          modes={REST_MODES.map((value) => ({ value, label: t(`rest.${value}`) }))}
          onRemove={(index) => onChange({ ...faults, rest: faults.rest.toSpliced(index, 1) })}
          onAdd={({ mode, pattern, ...rule }) =>
            onChange({ ...faults, rest: [...faults.rest, { mode, ...rule, ...(pattern ? { method: pattern } : {}) }] })
          }
        />
        <RuleList
          name="event"
          rules={faults.events.map(texts.event)}
          modes={EVENT_MODES.map((value) => ({ value, label: t(`event.${value}`) }))}
          onRemove={(index) => onChange({ ...faults, events: faults.events.toSpliced(index, 1) })}
          onAdd={({ mode, pattern, ...rule }) =>
            onChange({
              ...faults,
              events: [...faults.events, { mode, ...rule, ...(pattern ? { event: pattern } : {}) }],
            })
          }
        />
        <RuleList
          name="download"
          rules={faults.downloads.map(texts.download)}
          modes={DOWNLOAD_MODES.map((value) => ({ value, label: t(`download.${value}`) }))}
          onRemove={(index) => onChange({ ...faults, downloads: faults.downloads.toSpliced(index, 1) })}
          onAdd={({ mode, pattern, ...rule }) =>
            onChange({
              ...faults,
              downloads: [...faults.downloads, { mode, ...rule, ...(pattern ? { file: pattern } : {}) }],
            })
          }
        />
      </section>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <AccessForm faults={faults} onChange={onChange} />
        </Card>
        <Card>
          <LimitsForm key={JSON.stringify([faults.limits, faults.lifetimes])} faults={faults} onChange={onChange} />
        </Card>
      </div>
    </>
  );
}
