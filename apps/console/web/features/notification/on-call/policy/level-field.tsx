import { Button, Card, Field, IconButton } from "@botdeck/ui";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";

import { NumberInput } from "../editing/number-input.tsx";
import type { KnownPerson } from "../use-people.ts";
import { blankTarget, type Level, type Target } from "./draft.ts";
import { TargetField } from "./target-field.tsx";

const MOST_TARGETS = 20;
const MINUTE = 60;

type Props = {
  number: number;
  level: Level;
  rotas: readonly { id: string; name: string }[];
  known: readonly KnownPerson[];
  /** Where in the level. */
  problemAt: (place: string) => string | null;
  onChange: (level: Level) => void;
  /** Null where it cannot: the first one, the last one, the only one. */
  onEarlier: (() => void) | null;
  onLater: (() => void) | null;
  onRemove: (() => void) | null;
};

/** A level of a policy: whom it pages, and how long somebody is waited for. */
export function LevelField(props: Props) {
  const { number, level, rotas, known, problemAt, onChange, onEarlier, onLater, onRemove } = props;
  const t = useTranslations("notifications.policies");
  const { targets } = level;
  const writeTargets = (next: Target[]) => onChange({ ...level, targets: next });
  return (
    <Card data-level={number} className="flex flex-col gap-3">
      <div className="flex items-center gap-1">
        <h4 className="min-w-0 flex-1 font-semibold">{t("level", { number })}</h4>
        <IconButton
          className="disabled:border-transparent disabled:opacity-50"
          size="sm"
          label={t("form.up", { number })}
          icon={<ArrowUp aria-hidden />}
          disabled={onEarlier === null}
          onClick={() => onEarlier?.()}
        />
        <IconButton
          className="disabled:border-transparent disabled:opacity-50"
          size="sm"
          label={t("form.down", { number })}
          icon={<ArrowDown aria-hidden />}
          disabled={onLater === null}
          onClick={() => onLater?.()}
        />
        <IconButton
          className="disabled:border-transparent disabled:opacity-50"
          size="sm"
          label={t("form.removeLevel", { number })}
          icon={<Trash2 aria-hidden />}
          disabled={onRemove === null}
          onClick={() => onRemove?.()}
        />
      </div>
      {targets.map((target, index) => (
        <TargetField
          // oxlint-disable-next-line react/no-array-index-key -- recipients have nothing else that stays while they are written
          key={index}
          number={index + 1}
          target={target}
          rotas={rotas}
          known={known}
          problem={problemAt(`targets.${index}`)}
          onChange={(next) => writeTargets(targets.map((one, at) => (at === index ? next : one)))}
          onRemove={targets.length > 1 ? () => writeTargets(targets.filter((_, at) => at !== index)) : null}
        />
      ))}
      {targets.length < MOST_TARGETS && (
        <Button
          size="sm"
          className="self-start"
          onClick={() => writeTargets([...targets, blankTarget("person", rotas[0]?.id ?? "")])}
        >
          <Plus aria-hidden />
          {t("form.addTarget")}
        </Button>
      )}
      <Field label={t("form.wait")} error={problemAt("waitSeconds")} className="max-w-56">
        <NumberInput
          value={level.waitSeconds / MINUTE}
          min={0.5}
          max={1440}
          step={0.5}
          onChange={(minutes) => onChange({ ...level, waitSeconds: Math.round((minutes ?? 0) * MINUTE) })}
        />
      </Field>
    </Card>
  );
}
