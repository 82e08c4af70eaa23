import { Button, Card, Field, IconButton, Input, Select } from "@botdeck/ui";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

export type NewRule<Mode> = { mode: Mode; pattern: string; delayMs?: number; times?: number; rate?: number };

type Props<Mode extends string> = {
  name: "rest" | "event" | "download";
  /** The rules that are there, in words. */
  rules: readonly string[];
  modes: readonly { value: Mode; label: string }[];
  onAdd: (rule: NewRule<Mode>) => void;
  onRemove: (index: number) => void;
};

/** Rules of one sort: those in force, and a line to add another one. */
export function RuleList<Mode extends string>({ name, rules, modes, onAdd, onRemove }: Props<Mode>) {
  const t = useTranslations("faults");
  const [mode, setMode] = useState<Mode | undefined>(modes[0]?.value);
  const [pattern, setPattern] = useState("");
  const [seconds, setSeconds] = useState("");
  const [times, setTimes] = useState("");
  const [percent, setPercent] = useState("");
  if (mode === undefined) return null;

  function submit(event: FormEvent, chosen: Mode): void {
    event.preventDefault();
    onAdd({
      mode: chosen,
      pattern: pattern.trim(),
      ...(Number(seconds) > 0 ? { delayMs: Math.round(Number(seconds) * 1000) } : {}),
      ...(Number(times) > 0 ? { times: Math.round(Number(times)) } : {}),
      ...(Number(percent) > 0 ? { rate: Math.min(Number(percent) / 100, 1) } : {}),
    });
  }

  return (
    <Card className="flex flex-col gap-3">
      <h3 className="font-semibold">{t(`list.${name}`)}</h3>
      {rules.length > 0 && (
        <ul className="flex flex-col gap-1">
          {rules.map((text, index) => (
            <li
              key={`${index} ${text}`}
              className="flex items-center gap-2 rounded-md bg-warning-tint py-0.5 pr-0.5 pl-3"
            >
              <span className="min-w-0 flex-1 text-ink wrap-anywhere">{text}</span>
              <IconButton
                size="sm"
                label={t("removeRule", { rule: text })}
                icon={<Trash2 aria-hidden />}
                onClick={() => onRemove(index)}
              />
            </li>
          ))}
        </ul>
      )}
      <form className="flex flex-wrap items-end gap-3" onSubmit={(event) => submit(event, mode)}>
        <Field label={t("what")} className="min-w-56 flex-1">
          <Select value={mode} options={modes} onChange={setMode} />
        </Field>
        <Field label={t(`pattern.${name}`)} className="min-w-40 flex-1">
          <Input placeholder={t("any")} value={pattern} onChange={(event) => setPattern(event.target.value)} />
        </Field>
        <NumberField label={t("delayS")} value={seconds} onChange={setSeconds} step="0.1" />
        <NumberField label={t("percent")} value={percent} onChange={setPercent} step="0.1" max={100} />
        <NumberField label={t("times")} value={times} onChange={setTimes} step="1" />
        <Button type="submit">
          <Plus aria-hidden />
          {t("addRule")}
        </Button>
      </form>
    </Card>
  );
}

type NumberProps = { label: string; value: string; onChange: (value: string) => void; step: string; max?: number };

function NumberField({ label, value, onChange, step, max }: NumberProps) {
  return (
    <Field label={label} className="w-24">
      <Input
        type="number"
        min={0}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
