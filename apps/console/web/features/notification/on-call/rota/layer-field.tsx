import { Card, Field, IconButton, Input, Select } from "@botdeck/ui";
import { Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";

import { NumberInput } from "../editing/number-input.tsx";
import type { KnownPerson } from "../use-people.ts";
import type { Layer } from "./draft.ts";
import { HoursField } from "./hours-field.tsx";
import { PeopleField } from "./people-field.tsx";

const MOST_COUNT = 12;

type Props = {
  number: number;
  layer: Layer;
  known: readonly KnownPerson[];
  isDisabled: boolean;
  /** Where in the layer. */
  problemAt: (place: string) => string | null;
  onChange: (layer: Layer) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

/** A layer of a rota: who takes turns, how long, and when it applies. */
export function LayerField({ number, layer, known, isDisabled, problemAt, onChange, onRemove }: Props) {
  const t = useTranslations("notifications.onCall.form");
  const write = (change: Partial<Layer>) => onChange({ ...layer, ...change });
  return (
    <Card data-layer={number} className="flex flex-col gap-4">
      <div className="flex items-center justify-between gap-2">
        <h4 className="font-semibold">{t("layer", { number })}</h4>
        {onRemove !== null && (
          <IconButton label={t("removeLayer", { number })} icon={<Trash2 aria-hidden />} onClick={onRemove} />
        )}
      </div>
      <PeopleField
        people={layer.people}
        known={known}
        problem={problemAt("people")}
        onChange={(people) => write({ people })}
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <div className="flex items-start gap-2">
          <Field label={t("turn")} error={problemAt("turn.count")} className="min-w-20 [&>label]:whitespace-nowrap">
            <NumberInput
              value={layer.turn.count}
              min={1}
              max={MOST_COUNT}
              onChange={(count) => write({ turn: { ...layer.turn, count: count ?? 0 } })}
            />
          </Field>
          <Select
            label={t("everyLabel")}
            value={layer.turn.every}
            options={(["day", "week"] as const).map((value) => ({ value, label: t(`every.${value}`) }))}
            onChange={(every) => write({ turn: { ...layer.turn, every } })}
            // Beside the number, whose label stands above it.
            className="mt-6"
          />
        </div>
        <Field label={t("startsOn")} error={problemAt("startsOn")}>
          <Input type="date" value={layer.startsOn} onChange={({ target }) => write({ startsOn: target.value })} />
        </Field>
        <Field label={t("changesAt")} error={problemAt("changesAt")}>
          <Input type="time" value={layer.changesAt} onChange={({ target }) => write({ changesAt: target.value })} />
        </Field>
      </div>
      <HoursField
        only={layer.only}
        isDisabled={isDisabled}
        problemAt={(place) => problemAt(`only.${place}`)}
        onChange={(only) => {
          const { only: _before, ...rest } = layer;
          // A layer that applies always is one without the field.
          onChange(only === undefined ? rest : { ...rest, only });
        }}
      />
    </Card>
  );
}
