import { Field, Input, Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";

import { useTRPC } from "../../../trpc.ts";
import type { AuditSearch } from "./search.ts";
import { useActionName } from "./use-action-name.ts";

type Props = { search: AuditSearch; onChange: (change: Partial<AuditSearch>) => void };

/** Which acts are looked for: by whom, what, about whom, and when. */
export function AuditFilters({ search, onChange }: Props) {
  const t = useTranslations("access.audit");
  const nameOf = useActionName();
  const { data: choices } = useQuery(useTRPC().audit.choices.queryOptions());
  const actors = (choices?.actors ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const actions = (choices?.actions ?? [])
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const orNone = (text: string) => (text.trim() === "" ? undefined : text.trim());
  return (
    <div role="search" className="grid grid-cols-2 gap-x-2 gap-y-3 md:grid-cols-[1.2fr_1.2fr_1.2fr_auto_auto]">
      <Field label={t("actor")}>
        <Select
          value={search.actor ?? ""}
          options={[{ value: "", label: t("anyActor") }, ...withChosen(actors, search.actor)]}
          onChange={(actor) => onChange({ actor: orNone(actor) })}
        />
      </Field>
      <Field label={t("action")}>
        <Select
          value={search.action ?? ""}
          options={[{ value: "", label: t("anyAction") }, ...withChosen(actions, search.action)]}
          onChange={(action) => onChange({ action: orNone(action) })}
        />
      </Field>
      <Field label={t("subject")} className="col-span-2 md:col-span-1">
        <Input
          type="search"
          key={search.subject}
          defaultValue={search.subject}
          placeholder={t("subjectHint")}
          onKeyDown={(event) => event.key === "Enter" && onChange({ subject: orNone(event.currentTarget.value) })}
          onBlur={({ target }) =>
            orNone(target.value) !== search.subject && onChange({ subject: orNone(target.value) })
          }
        />
      </Field>
      <Field label={t("from")}>
        <Input
          type="date"
          value={search.from ?? ""}
          max={search.to}
          onChange={({ target }) => onChange({ from: orNone(target.value) })}
        />
      </Field>
      <Field label={t("to")}>
        <Input
          type="date"
          value={search.to ?? ""}
          min={search.from}
          onChange={({ target }) => onChange({ to: orNone(target.value) })}
        />
      </Field>
    </div>
  );
}

/** What the address names is shown also before, or without, being among the choices. */
function withChosen(choices: { value: string; label: string }[], chosen: string | undefined) {
  const isThere = chosen === undefined || choices.some(({ value }) => value === chosen);
  return isThere ? choices : [...choices, { value: chosen, label: chosen }];
}
