import { Field, Input, Select, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";

import { FormDialog } from "../../../components/form-dialog.tsx";
import { failureOf, useTRPC } from "../../../trpc.ts";
import type { Hook } from "./source-card.tsx";

type Options = Hook["options"];
type Fields = NonNullable<Options["fields"]>;

const FIELDS = ["title", "status", "severity", "id", "url", "amount", "currency"] as const;
/** Systems whose posts have no form of their own. */
const MAPPED = new Set<Hook["kind"]>(["generic", "one_c", "payment"]);
/** A day. */
const MOST_DELAY_SECONDS = 86_400;

type Props = {
  portalId: string;
  hook: Hook;
  policies: readonly { id: string; name: string }[];
  onClose: () => void;
  /** Somebody else has changed it meanwhile; what they made of it is there. */
  onConflict: () => void;
};

/** How a source's posts are read, and where they go. */
export function HookSettings({ portalId, hook, policies, onClose, onConflict }: Props) {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { mutateAsync, isPending } = useMutation(trpc.hook.change.mutationOptions());
  // As it was when the writing began: the list is read anew meanwhile, and by this the server sees a conflict.
  const [{ name: nameBefore, options: before }] = useState(hook);
  const [name, setName] = useState(nameBefore);
  const [options, setOptions] = useState<Options>(before);
  const [groupBy, setGroupBy] = useState(before.groupBy.join(", "));
  const [fields, setFields] = useState<Partial<Fields>>(before.fields ?? {});
  const [isTold, setIsTold] = useState(false);
  const isMapped = MAPPED.has(hook.kind);
  const isDelayWrong = options.delaySeconds < 0 || options.delaySeconds > MOST_DELAY_SECONDS;
  const write = (change: Partial<Options>) => setOptions((now) => ({ ...now, ...change }));
  const mapped = filledIn(fields);
  const isTitleMissing = isMapped && mapped === null && Object.values(fields).some((path) => path.trim() !== "");

  const read = () => queryClient.invalidateQueries(trpc.hook.list.queryFilter({ portalId }));

  async function save(): Promise<void> {
    setIsTold(true);
    if (name.trim() === "" || isTitleMissing || isDelayWrong) return;
    const { fields: _before, ...rest } = options;
    const labels = groupBy.split(",").map((label) => label.trim());
    const next = {
      ...rest,
      groupBy: labels.filter((label) => label !== ""),
      ...(mapped !== null && { fields: mapped }),
    };
    try {
      const written = { name: name.trim(), options: next, before: { name: nameBefore, options: before } };
      await mutateAsync({ portalId, hookId: hook.id, ...written });
      toast.show({ title: t("sources.options.saved") });
      onClose();
    } catch (error) {
      const isConflict = failureOf(error).code === "CONFLICT";
      toast.show({ title: t(isConflict ? "conflict" : "notSaved"), tone: "danger" });
      await read();
      if (isConflict) onConflict();
      return;
    }
    await read();
  }

  return (
    <FormDialog
      title={t("sources.options.title")}
      text={hook.name}
      labels={{ cancel: t("sources.form.cancel"), submit: t("sources.options.save") }}
      isBusy={isPending}
      onClose={onClose}
      onSubmit={() => void save()}
    >
      <Field label={t("sources.form.name")} error={isTold && name.trim() === "" && t("sources.form.nameMissing")}>
        <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </Field>
      {isMapped ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="text-sm font-medium">{t("sources.options.fields")}</legend>
          <p className="text-sm text-ink-muted">{t("sources.options.fieldsHint")}</p>
          <div className="grid grid-cols-2 gap-3">
            {FIELDS.map((field) => (
              <Field
                key={field}
                label={t(`sources.options.field.${field}`)}
                error={isTold && field === "title" && isTitleMissing && t("sources.options.titleMissing")}
              >
                <Input
                  value={fields[field] ?? ""}
                  onChange={({ target }) => setFields((now) => ({ ...now, [field]: target.value }))}
                  className="font-mono"
                />
              </Field>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <Field label={t("sources.options.chat")} hint={t("sources.options.chatHint")}>
            <Input
              value={options.dialogId ?? ""}
              onChange={({ target }) => write({ dialogId: target.value.trim() === "" ? null : target.value.trim() })}
            />
          </Field>
          <Field label={t("sources.options.policy")}>
            <Select
              value={options.policyId ?? ""}
              options={[
                { value: "", label: t("sources.options.defaultPolicy") },
                ...policies.map((policy) => ({ value: policy.id, label: policy.name })),
              ]}
              onChange={(policyId) => write({ policyId: policyId === "" ? null : policyId })}
            />
          </Field>
          <Field
            label={t("sources.options.delay")}
            hint={t("sources.options.delayHint")}
            error={isTold && isDelayWrong && t("sources.options.delayWrong", { most: MOST_DELAY_SECONDS })}
          >
            <Input
              type="number"
              min={0}
              max={MOST_DELAY_SECONDS}
              value={String(options.delaySeconds)}
              onChange={({ target }) => write({ delaySeconds: Math.trunc(Number(target.value)) })}
            />
          </Field>
          <Field label={t("sources.options.groupBy")} hint={t("sources.options.groupByHint")}>
            <Input value={groupBy} onChange={({ target }) => setGroupBy(target.value)} className="font-mono" />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** The parts that somebody named; null without a title, which a post has to have. */
function filledIn({ title = "", ...others }: Partial<Fields>): Fields | null {
  if (title.trim() === "") return null;
  const named = Object.entries(others).flatMap(([field, path]) => (path.trim() === "" ? [] : [[field, path.trim()]]));
  return { title: title.trim(), ...(Object.fromEntries(named) as Partial<Fields>) }; // safe: its own fields
}
