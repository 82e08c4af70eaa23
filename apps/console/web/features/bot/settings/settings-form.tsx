import { Badge, Button, useToast } from "@botdeck/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { RotateCcw } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";

import type { SettingFault } from "../../../../server/bot/check-settings.ts";
import type { AppRouter } from "../../../../server/root.ts";
import { failureOf, useTRPC } from "../../../trpc.ts";
import { FormContext } from "./form/form-context.ts";
import { SettingField } from "./form/setting-field.tsx";
import { useSettingNames } from "./form/setting-names.ts";
import { isByDefault, shownValues, textOf, type Values, valuesToSet } from "./form/values.ts";

export type BotDetails = inferRouterOutputs<AppRouter>["bot"]["get"];
export type KnownDetails = NonNullable<BotDetails["known"]>;

type Props = { botId: string; known: KnownDetails; isReadOnly: boolean };

/** The settings of a bot, drawn from its own schema. What is wrong is said beside the field; nothing is saved then. */
export function SettingsForm({ botId, known, isReadOnly }: Props) {
  const t = useTranslations("botSettings");
  const names = useSettingNames();
  const trpc = useTRPC();
  const toast = useToast();
  const queryClient = useQueryClient();
  const { form, settings } = known;
  const { mutateAsync, isPending } = useMutation(trpc.bot.putSettings.mutationOptions());
  const [values, setValues] = useState<Values>(() => shownValues(form, settings));
  const [faults, setFaults] = useState<readonly SettingFault[]>(known.faults);
  const [isRefused, setIsRefused] = useState(false);
  /** Fields that keep what is typed for themselves begin anew when their value comes from elsewhere. */
  const [generation, setGeneration] = useState(0);
  const next = valuesToSet(form, values);
  const changes = changed(settings, next);

  const begin = (shown: Values) => {
    setValues(shown);
    setGeneration((before) => before + 1);
  };

  async function save(after: Values, before: Values, done: string): Promise<void> {
    try {
      const answer = await mutateAsync({ botId, settings: { ...after }, before: { ...before } });
      if (answer.kind === "refused") {
        setFaults(answer.faults);
        setIsRefused(true);
        return;
      }
      setFaults([]);
      setIsRefused(false);
      begin(shownValues(form, after));
      const isUndo = done === t("undone");
      const undo = { label: t("undo"), onPress: () => void save(before, after, t("undone")) };
      toast.show({ title: done, ...(!isUndo && { action: undo }) });
    } catch (error) {
      toast.show({ title: t(failureOf(error).code === "CONFLICT" ? "conflict" : "failed"), tone: "danger" });
    }
    await queryClient.invalidateQueries(trpc.bot.get.queryFilter({ botId }));
  }

  return (
    <FormContext value={{ faults, isReadOnly, Member: SettingField }}>
      <form
        aria-label={t("title")}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void save(next, settings, t("saved"));
        }}
        className="flex flex-col"
      >
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {form.map((named) => {
            const { name, field, description, byDefault } = named;
            const isDefault = isByDefault(named, values[name]);
            const label = names.label(name);
            return (
              <li
                key={`${name} ${generation}`}
                data-setting={name}
                className="flex flex-wrap items-start gap-3 px-4 py-3"
              >
                <div className="min-w-0 flex-1 basis-72">
                  <SettingField
                    field={field}
                    name={name}
                    label={label}
                    hint={names.hint(name) ?? description}
                    path={name}
                    value={values[name]}
                    onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
                  />
                </div>
                {!isDefault && (
                  <div className="flex flex-wrap items-center gap-2">
                    <Badge tone="bot">{t("changed")}</Badge>
                    <DefaultValue named={named} />
                    {!isReadOnly && (
                      <Button
                        size="sm"
                        variant="ghost"
                        aria-label={t("resetOf", { name: label })}
                        onClick={() => begin({ ...values, [name]: byDefault })}
                      >
                        <RotateCcw aria-hidden />
                        {t("reset")}
                      </Button>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
        {changes > 0 && !isReadOnly && (
          <div className="sticky bottom-0 z-10 -mx-4 mt-3 flex flex-wrap items-center gap-2 border-t border-line bg-raised px-4 py-2.5">
            <div className="flex-1 basis-40">
              <p role="status">{t("unsaved", { count: changes })}</p>
              {isRefused && (
                <p role="alert" className="text-danger">
                  {t("refused")}
                </p>
              )}
            </div>
            <Button
              onClick={() => {
                begin(shownValues(form, settings));
                setFaults(known.faults);
                setIsRefused(false);
              }}
            >
              {t("discard")}
            </Button>
            <Button type="submit" variant="primary" isBusy={isPending}>
              {t("save")}
            </Button>
          </div>
        )}
      </form>
    </FormContext>
  );
}

/** What holds when nothing is set, where that can be said in a word. */
function DefaultValue({ named: { name, field, byDefault } }: { named: KnownDetails["form"][number] }) {
  const t = useTranslations("botSettings");
  const names = useSettingNames();
  if (field.kind !== "text" && field.kind !== "number" && field.kind !== "choice") return null;
  const text = textOf(byDefault);
  const value = text === "" ? t("nothing") : field.kind === "choice" ? names.value(name, text) : text;
  return <span className="text-sm text-ink-muted">{t("byDefault", { value })}</span>;
}

/** In how many settings one is not as the other. */
function changed(before: Values, after: Values): number {
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...all].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).length;
}
