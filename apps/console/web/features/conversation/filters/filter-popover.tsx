import { Button, Field, Popover, type PopoverProps, Select } from "@botdeck/ui";
import { useTranslations } from "use-intl";

import { Switch } from "../../../components/switch.tsx";
import type { WantedList } from "../search.ts";
import { filtersOn } from "./filters-on.ts";
import { useChoices } from "./use-choices.ts";

type Props = Pick<PopoverProps, "trigger"> & {
  wanted: WantedList;
  onChange: (changes: Partial<WantedList>) => void;
};

const NOTHING = { bot: undefined, line: undefined, topic: undefined, mine: undefined, late: undefined };

/** The filters themselves, each acting at once. */
export function FilterPopover({ trigger, wanted, onChange }: Props) {
  const t = useTranslations("list");
  const choices = useChoices(wanted);
  const { mine, late } = wanted;
  return (
    <Popover align="end" title={t("filters")} trigger={trigger}>
      <div className="flex flex-col gap-3">
        {(["bot", "line", "topic"] as const).map((name) => (
          <Field key={name} label={t(name)}>
            <Select
              value={wanted[name] ?? ""}
              options={[{ value: "", label: t("any") }, ...choices[name]]}
              onChange={(value) => onChange({ [name]: value === "" ? undefined : value })}
            />
          </Field>
        ))}
        <Switch
          label={t("mine")}
          hint={t("mineHint")}
          isOn={mine === true}
          onChange={(on) => onChange({ mine: on ? true : undefined })}
        />
        <Switch
          label={t("late")}
          hint={t("lateHint")}
          isOn={late === true}
          onChange={(on) => onChange({ late: on ? true : undefined })}
        />
        {filtersOn(wanted) > 0 && (
          <Button variant="ghost" onClick={() => onChange(NOTHING)}>
            {t("clear")}
          </Button>
        )}
      </div>
    </Popover>
  );
}
