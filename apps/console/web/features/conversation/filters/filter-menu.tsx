import { Button, Field, Popover, Select } from "@botdeck/ui";
import { ListFilter } from "lucide-react";
import { useRef } from "react";
import { useTranslations } from "use-intl";

import { Switch } from "../../../components/switch.tsx";
import { useKeys } from "../../../components/use-keys.ts";
import type { WantedList } from "../search.ts";
import { useChoices } from "./use-choices.ts";

type Props = { wanted: WantedList; onChange: (changes: Partial<WantedList>) => void };

const NOTHING = { bot: undefined, line: undefined, topic: undefined, mine: undefined, late: undefined };

/** Every filter in one place; its button says how many are on. */
export function FilterMenu({ wanted, onChange }: Props) {
  const t = useTranslations("list");
  const choices = useChoices(wanted);
  const button = useRef<HTMLButtonElement>(null);
  useKeys({ KeyF: () => button.current?.click() });
  const { bot, line, topic, mine, late } = wanted;
  const isOn = [bot, line, topic, mine, late].filter((value) => value !== undefined).length;
  return (
    <Popover
      align="end"
      title={t("filters")}
      trigger={
        <Button ref={button} size="sm" aria-keyshortcuts="F">
          <ListFilter aria-hidden />
          {t("filtersOn", { count: isOn })}
        </Button>
      }
    >
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
        {isOn > 0 && (
          <Button variant="ghost" onClick={() => onChange(NOTHING)}>
            {t("clear")}
          </Button>
        )}
      </div>
    </Popover>
  );
}
