import { Field, Input, Select } from "@botdeck/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useLocale, useTranslations } from "use-intl";

import { Switch } from "../../../components/switch.tsx";
import { useTRPC } from "../../../trpc.ts";
import type { Language, PortalRule, Rule } from "../rules/rule-types.ts";
import { useRole } from "../use-role.ts";
import { AudienceField } from "./audience-field.tsx";
import { BLANK_RULE } from "./blank-rule.ts";
import { ChoiceChips } from "./choice-chips.tsx";
import { ConditionField } from "./condition-field.tsx";
import { DeliveryField } from "./delivery-field.tsx";
import { FormSection } from "./form-section.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { RuleActions } from "./rule-actions.tsx";
import { RuleAside } from "./rule-aside.tsx";
import { TemplateField } from "./template-field.tsx";
import { TriggerField } from "./trigger-field.tsx";
import { type RuleProblem, useCheckedRule } from "./use-checked-rule.ts";
import { useProblemAt } from "./use-problem-at.ts";
import { useSaveRule } from "./use-save-rule.ts";

const BUTTONS = ["take", "complete", "open", "why"] as const;
const TONES = ["base", "primary", "secondary", "alert"] as const;

type Props = {
  portalId: string;
  /** Null for a new rule. */
  saved: PortalRule | null;
  /** Called with whether something is written that is not saved. */
  onWritten: (isWritten: boolean) => void;
  /** Somebody else has changed it meanwhile; what they made of it is there. */
  onConflict: () => void;
};

/** A rule's parts to be written, beside how people see it and what it would have told. */
export function RuleForm({ portalId, saved, onWritten, onConflict }: Props) {
  // As it was when the writing began: by this the server sees a conflict.
  const [known] = useState(saved);
  const t = useTranslations("notifications");
  const locale = useLocale();
  const navigate = useNavigate();
  const { portal } = useSearch({ strict: false });
  const { isLead } = useRole();
  const first = known?.rule ?? BLANK_RULE;
  const [rule, setRule] = useState<Rule>(first);
  const [isEnabled, setIsEnabled] = useState(known?.isEnabled ?? true);
  const [ownerId, setOwnerId] = useState(known?.ownerId ?? "");
  const [language, setLanguage] = useState<Language>(locale);
  const owner = ownerId.trim() === "" ? null : ownerId.trim();
  const checked = useCheckedRule(portalId, { rule, ownerId: owner }, isLead);
  /** What the server found wrong when it was saved; until it is written on. */
  const [refused, setRefused] = useState<{ rule: Rule; ownerId: string; problems: readonly RuleProblem[] } | null>(
    null,
  );
  const isRefused = refused !== null && refused.rule === rule && refused.ownerId === ownerId;
  const problems = isRefused ? refused.problems : checked.problems;
  const { data: names } = useQuery(useTRPC().notificationRule.names.queryOptions(undefined, { enabled: isLead }));
  const problemAt = useProblemAt(problems);
  const saving = useSaveRule(portalId, onConflict);
  const write = (change: Partial<Rule>) => setRule((before) => ({ ...before, ...change }));
  // A rule without a condition is one without the field.
  const writeCondition = (condition: string) =>
    setRule(({ condition: _before, ...rest }) => (condition === "" ? rest : { ...rest, condition }));
  const isChanged = rule !== first || isEnabled !== (known?.isEnabled ?? true) || ownerId !== (known?.ownerId ?? "");
  useEffect(() => onWritten(isChanged), [isChanged, onWritten]);
  // Whoever saved, deleted or cancelled has said what is to become of what was written.
  const isSettled = useRef(false);
  const toRules = () => {
    isSettled.current = true;
    void navigate({ to: "/notifications/rules", search: { portal } });
  };
  const code = known?.code ?? null;
  const seen = known?.seen ?? null;
  const save = async () => {
    const { isDone, problems: wrong } = await saving.save({ code, rule, isEnabled, ownerId: owner, seen });
    if (isDone) toRules();
    else if (wrong.length > 0) setRefused({ rule, ownerId, problems: wrong });
  };
  const remove = async () => {
    if (known !== null && (await saving.remove(known)).isDone) toRules();
  };
  const optionsOf = <Value extends string>(values: readonly Value[], nameOf: (value: Value) => string) =>
    values.map((value) => ({ value, label: nameOf(value) }));

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <fieldset disabled={!isLead} className="flex min-w-0 flex-col gap-4">
        {!isLead && <p className="text-ink-muted">{t("rules.readOnly")}</p>}
        <FormSection title={t("rule.names")}>
          <div className="grid gap-3 sm:grid-cols-2">
            {(["en", "ru"] as const).map((one) => (
              <Field
                key={one}
                label={t("rule.name", { language: t(`rule.languages.${one}`) })}
                error={isChanged && problemAt(`title.${one}`, rule.title[one])}
              >
                <Input
                  lang={one}
                  value={rule.title[one]}
                  onChange={({ target }) => write({ title: { ...rule.title, [one]: target.value } })}
                />
              </Field>
            ))}
          </div>
          <Switch label={t("rule.enabled")} isOn={isEnabled} isDisabled={!isLead} onChange={setIsEnabled} />
        </FormSection>
        <FormSection title={t("rule.when")}>
          <TriggerField
            trigger={rule.trigger}
            problem={problemAt("trigger.changes")}
            onChange={(trigger) => write({ trigger })}
          />
          <ConditionField
            condition={rule.condition ?? ""}
            fields={names?.[rule.trigger.kind === "record" ? rule.trigger.record : "posted"] ?? []}
            problem={problems.find(({ place }) => place === "condition")}
            onChange={writeCondition}
          />
        </FormSection>
        <FormSection title={t("rule.who")}>
          <AudienceField audience={rule.audience} problemAt={problemAt} onChange={(audience) => write({ audience })} />
          <Switch
            label={t("rule.exceptActor")}
            hint={t("rule.exceptActorHint")}
            isOn={rule.exceptActor}
            isDisabled={!isLead}
            onChange={(exceptActor) => write({ exceptActor })}
          />
        </FormSection>
        <FormSection title={t("rule.card")}>
          <TemplateField
            template={rule.template}
            language={language}
            onLanguage={setLanguage}
            hasFault={(one) => problems.some(({ place }) => place.startsWith(`template.${one}.`))}
            problemAt={problemAt}
            onChange={(template) => write({ template })}
          />
          <div className="flex flex-col gap-1.5">
            <p className="text-sm font-medium">{t("rule.buttons")}</p>
            <ChoiceChips
              label={t("rule.buttons")}
              options={optionsOf(BUTTONS, (one) => t(`rules.buttons.${one}`))}
              chosen={rule.buttons}
              onChange={(buttons) => write({ buttons })}
            />
            {problemAt("buttons") !== null && <p className="text-sm text-danger">{problemAt("buttons")}</p>}
          </div>
          <Field label={t("rule.tone")} className="sm:max-w-64">
            <Select
              value={rule.tone}
              options={optionsOf(TONES, (one) => t(`rules.tones.${one}`))}
              onChange={(tone) => write({ tone })}
            />
          </Field>
        </FormSection>
        <FormSection title={t("rule.how")}>
          <DeliveryField rule={rule} onChange={write} />
          <Field
            label={t("rule.owner")}
            hint={t("rule.ownerHint")}
            error={problemAt("ownerId")}
            className="sm:max-w-64"
          >
            <Input value={ownerId} inputMode="numeric" onChange={({ target }) => setOwnerId(target.value)} />
          </Field>
        </FormSection>
      </fieldset>
      {isLead && (
        <RuleAside
          portalId={portalId}
          code={code}
          rule={rule}
          language={language}
          checked={checked}
          hasFaults={problems.length > 0}
        />
      )}
      <LeaveGuard isNeeded={() => isChanged && !isSettled.current} />
      {isLead && (
        <RuleActions
          known={known}
          name={rule.title[locale]}
          isChanged={isChanged}
          faults={problems.length}
          isChecked={checked.isChecked}
          isBusy={saving.isPending}
          onSave={() => void save()}
          onRemove={() => void remove()}
          onCancel={toRules}
        />
      )}
    </div>
  );
}
