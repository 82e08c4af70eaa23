import { AppError, messageOf } from "@botdeck/core";

import { compileCondition } from "./condition.ts";
import { unknownFields } from "./fill-template.ts";
import { Rule } from "./rule.ts";

/** Something that is wrong with a rule. @see `place` such as `condition` or `template.ru.rows.0.value`. */
export type RuleFault = { place: string; problem: string };

/**
 * Everything that is wrong with a rule, before it is kept: its form, its condition, and fields that its texts name and no such
 * event has. What is `rule` is of its own type only when there are no faults.
 */
export function checkRule(rule: unknown): { rule: Rule | null; faults: readonly RuleFault[] } {
  const parsed = Rule.safeParse(rule);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({ place: path.join("."), problem: message }));
    return { rule: null, faults };
  }
  const faults = [...conditionFaults(parsed.data), ...templateFaults(parsed.data), ...triggerFaults(parsed.data)];
  return { rule: faults.length === 0 ? parsed.data : null, faults };
}

function conditionFaults({ condition, trigger }: Rule): RuleFault[] {
  if (condition === undefined || condition.trim() === "") return [];
  try {
    compileCondition(condition, trigger);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ place: "condition", problem: messageOf(error) }];
  }
}

function templateFaults({ template, trigger }: Rule): RuleFault[] {
  return (["en", "ru"] as const).flatMap((language) => {
    const { title, rows } = template[language];
    const texts = [
      { place: `template.${language}.title`, text: title },
      ...rows.flatMap(({ name, value }, index) => [
        { place: `template.${language}.rows.${index}.name`, text: name },
        { place: `template.${language}.rows.${index}.value`, text: value },
      ]),
    ];
    return texts.flatMap(({ place, text }) =>
      unknownFields(text, trigger).map((field) => ({ place, problem: `There is no {${field}} in such an event` })),
    );
  });
}

/** What no portal ever tells of such a record. */
function triggerFaults({ trigger, buttons }: Rule): RuleFault[] {
  if (trigger.kind !== "record") {
    return buttons.some((button) => button === "take" || button === "complete")
      ? [{ place: "buttons", problem: "Only records of the portal can be taken or completed" }]
      : [];
  }
  const { record, changes } = trigger;
  const never = changes.filter((change) => {
    if (change === "commented" || change === "overdue") return record !== "task";
    return change === "stale" && record !== "deal";
  });
  return [
    ...never.map((change) => ({ place: "trigger.changes", problem: `A ${record} is never "${change}"` })),
    ...(buttons.includes("complete") && record !== "task"
      ? [{ place: "buttons", problem: "Only a task can be completed" }]
      : []),
  ];
}
