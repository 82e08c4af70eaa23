import { Field, IconButton, Input, Select } from "@botdeck/ui";
import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

import { PersonInput } from "../person-input.tsx";
import type { KnownPerson } from "../use-people.ts";
import { blankTarget, type Target, TARGET_KINDS } from "./draft.ts";

type Props = {
  number: number;
  target: Target;
  rotas: readonly { id: string; name: string }[];
  known: readonly KnownPerson[];
  problem: string | null;
  onChange: (target: Target) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

/** Whom a level pages: whoever is on call, somebody, a chat, or heads. */
export function TargetField({ number, target, rotas, known, problem, onChange, onRemove }: Props) {
  const t = useTranslations("notifications.policies.form");
  const options = TARGET_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <div className="flex flex-wrap items-start gap-2">
      <Select
        label={t("kind", { number })}
        value={target.kind}
        options={options}
        onChange={(kind) => onChange(blankTarget(kind, rotas[0]?.id ?? ""))}
        className="min-w-44 flex-1"
      />
      {target.kind !== "heads" && (
        <Field
          label={<span className="sr-only">{labelOf(target)}</span>}
          error={problem}
          className="-mt-1.5 min-w-40 flex-1"
        >
          {controlOf(target)}
        </Field>
      )}
      <IconButton
        className="disabled:border-transparent disabled:opacity-50"
        label={t("removeTarget", { number })}
        icon={<Trash2 aria-hidden />}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
      />
    </div>
  );

  function labelOf({ kind }: Target): string {
    if (kind === "rota") return t("rotaOf", { number });
    return kind === "person" ? t("personOf", { number }) : t("chatOf", { number });
  }

  function controlOf(one: Target): ReactNode {
    switch (one.kind) {
      case "rota":
        return (
          <Select
            value={one.rotaId}
            options={
              rotas.length === 0
                ? [{ value: "", label: t("noRota") }]
                : rotas.map(({ id, name }) => ({ value: id, label: name }))
            }
            onChange={(rotaId) => onChange({ kind: "rota", rotaId })}
          />
        );
      case "person":
        return (
          <PersonInput
            people={known}
            value={one.id}
            placeholder={t("personHint")}
            onChange={(id) => onChange({ kind: "person", id: id.trim() })}
          />
        );
      case "chat":
        return (
          <Input
            value={one.dialogId}
            placeholder={t("chatHint")}
            onChange={({ target: input }) => onChange({ kind: "chat", dialogId: input.value.trim() })}
          />
        );
      case "heads":
        return null;
    }
  }
}
