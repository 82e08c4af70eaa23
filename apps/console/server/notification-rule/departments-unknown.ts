import type { NotifySettings } from "@botdeck/bots";
import type { Rule } from "@botdeck/notifications";

/**
 * Departments that a rule names and no enabled rule about such events did: of their people past events knew only those who had to
 * do with a record, so that a trial on them tells too few.
 */
export function departmentsUnknown(
  rule: Rule,
  enabled: readonly Rule[],
  settings: Pick<NotifySettings, "orderDepartmentId">,
): string[] {
  const read = new Set(
    enabled
      .filter(({ trigger }) => isAboutTheSame(trigger, rule.trigger))
      .flatMap((one) => departmentsOf(one, settings)),
  );
  return [...new Set(departmentsOf(rule, settings))].filter((id) => !read.has(id));
}

const departmentsOf = ({ audience }: Rule, { orderDepartmentId }: Pick<NotifySettings, "orderDepartmentId">) =>
  audience.flatMap((one) => {
    if (one.kind === "department") return [one.id];
    return one.kind === "order_department" && orderDepartmentId !== null ? [orderDepartmentId] : [];
  });

const isAboutTheSame = (one: Rule["trigger"], other: Rule["trigger"]): boolean =>
  one.kind === "record"
    ? other.kind === "record" && one.record === other.record
    : other.kind === "hook" && one.source === other.source;
