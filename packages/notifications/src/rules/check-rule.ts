import type { z } from "zod";

import { compileCondition } from "./condition.ts";
import { faultOf } from "./fault-error.ts";
import { unknownFields } from "./fill-template.ts";
import { Rule } from "./rule.ts";
import { Fault, type RuleFault } from "./rule-fault.ts";

/**
 * Everything that is wrong with a rule, before it is kept: its form, its condition, fields that its texts name and no such event
 * has, and whom or what it could never tell. What is `rule` is of its own type only when there are no faults.
 */
export function checkRule(rule: unknown): { rule: Rule | null; faults: readonly RuleFault[] } {
  const parsed = Rule.safeParse(rule);
  if (!parsed.success) return { rule: null, faults: parsed.error.issues.map(formFault) };
  const faults = [
    ...conditionFaults(parsed.data),
    ...templateFaults(parsed.data),
    ...triggerFaults(parsed.data),
    ...audienceFaults(parsed.data),
  ];
  return { rule: faults.length === 0 ? parsed.data : null, faults };
}

function formFault(issue: z.core.$ZodIssue): RuleFault {
  const place = issue.path.join(".");
  if (issue.code === "too_big") return { place, code: "too_long", values: { most: Number(issue.maximum) } };
  if (issue.code === "too_small") return { place, code: "empty", values: {} };
  const own = issue.code === "custom" ? Fault.shape.code.safeParse(issue.params?.["fault"]).data : undefined;
  return { place, code: own ?? "form", values: {} };
}

function conditionFaults({ condition, trigger }: Rule): RuleFault[] {
  if (condition === undefined || condition.trim() === "") return [];
  try {
    compileCondition(condition, trigger);
    return [];
  } catch (error) {
    return [{ place: "condition", ...faultOf(error) }];
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
      unknownFields(text, trigger).map((field): RuleFault => ({
        place,
        code: "unknown_field",
        values: { field: `{${field}}` },
      })),
    );
  });
}

/** What no portal ever tells of such a record. */
function triggerFaults({ trigger, buttons }: Rule): RuleFault[] {
  if (trigger.kind !== "record") {
    return buttons.some((button) => button === "take" || button === "complete")
      ? [{ place: "buttons", code: "only_records", values: {} }]
      : [];
  }
  const { record, changes } = trigger;
  const never = changes.filter((change) => {
    if (change === "commented" || change === "overdue") return record !== "task";
    return change === "stale" && record !== "deal";
  });
  return [
    ...never.map((change): RuleFault => ({
      place: "trigger.changes",
      code: "never_changes",
      values: { record, change },
    })),
    ...(buttons.includes("complete") && record !== "task"
      ? [{ place: "buttons", code: "only_tasks", values: {} } as const]
      : []),
  ];
}

/** People of a record that such an event does not have. */
function audienceFaults({ trigger, audience }: Rule): RuleFault[] {
  const isDeleted = trigger.kind === "record" && trigger.changes.every((change) => change === "deleted");
  if (trigger.kind === "record" && !isDeleted) return [];
  return audience.flatMap(({ kind }, index): RuleFault[] =>
    kind === "role" || kind === "supervisor"
      ? [{ place: `audience.${index}`, code: isDeleted ? "nobody_of_deleted" : "nobody_of_posted", values: {} }]
      : [],
  );
}
