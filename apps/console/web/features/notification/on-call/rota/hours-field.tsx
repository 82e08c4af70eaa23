import { Button, Field, IconButton, Input } from "@botdeck/ui";
import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";

import { Switch } from "../../../../components/switch.tsx";
import { ChoiceChips } from "../../rule/choice-chips.tsx";
import { blankHours, type Hours } from "./draft.ts";

const DAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const MOST = 14;

type Props = {
  /** Undefined for a layer that applies always. */
  only: readonly Hours[] | undefined;
  isDisabled: boolean;
  problemAt: (place: string) => string | null;
  onChange: (only: Hours[] | undefined) => void;
};

/** The days and hours in which a layer applies. */
export function HoursField({ only, isDisabled, problemAt, onChange }: Props) {
  const t = useTranslations("notifications.onCall.form");
  const windows = only ?? [];
  const replace = (index: number, change: Partial<Hours>) =>
    onChange(windows.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("only")}
        hint={t("onlyHint")}
        isOn={only !== undefined}
        isDisabled={isDisabled}
        onChange={(isOn) => onChange(isOn ? [blankHours()] : undefined)}
      />
      {windows.map(({ days, from, until }, index) => {
        const number = index + 1;
        return (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- hours have nothing else that stays while they are written
            key={index}
            role="group"
            aria-label={t("window", { number })}
            className="flex flex-wrap items-end gap-x-3 gap-y-2 rounded-md border border-line p-3"
          >
            <div className="flex basis-full flex-col gap-1.5">
              <ChoiceChips
                label={t("days", { number })}
                options={DAYS.map((value) => ({ value, label: t(`dayNames.d${value}`) }))}
                chosen={days.map(String).filter(isDay)}
                onChange={(chosen) => replace(index, { days: chosen.map(Number) })}
              />
              {problemAt(`${index}.days`) !== null && (
                <p className="text-sm text-danger">{problemAt(`${index}.days`)}</p>
              )}
            </div>
            <Field label={t("from")} error={problemAt(`${index}.from`)}>
              <Input type="time" value={from} onChange={({ target }) => replace(index, { from: target.value })} />
            </Field>
            <Field label={t("until")} error={problemAt(`${index}.until`)}>
              <Input type="time" value={until} onChange={({ target }) => replace(index, { until: target.value })} />
            </Field>
            <IconButton
              className="disabled:border-transparent disabled:opacity-50"
              label={t("removeWindow", { number })}
              icon={<X aria-hidden />}
              disabled={windows.length === 1}
              onClick={() => onChange(windows.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      {only !== undefined && windows.length < MOST && (
        <Button size="sm" className="self-start" onClick={() => onChange([...windows, blankHours()])}>
          <Plus aria-hidden />
          {t("addWindow")}
        </Button>
      )}
    </div>
  );
}

const isDay = (text: string): text is (typeof DAYS)[number] => DAYS.some((day) => day === text);
