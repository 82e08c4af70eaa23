import { z } from "zod";

/** Ways in which a rule can be wrong; what is called `condition_…` is said of a place in its condition. */
export const FAULT_CODE = [
  "empty",
  "too_long",
  "form",
  "person_id",
  "department_id",
  "group_chat",
  "no_rota",
  "unknown_field",
  "never_changes",
  "only_records",
  "only_tasks",
  "nobody_of_deleted",
  "nobody_of_posted",
  "evaluation",
  "condition_other",
  "condition_type",
  "condition_field",
  "condition_setting",
  "condition_actor",
  "condition_change",
  "condition_no_before",
  "condition_no_record",
  "condition_call",
  "condition_patterns",
  "condition_lists",
  "condition_loops",
] as const;

/**
 * What is wrong, for whoever words it in their language.
 *
 * @see `values` what the words name; of conditions also `at`, the character from 1 on, and `near`, what stands there.
 */
export const Fault = z.object({
  code: z.enum(FAULT_CODE),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Fault = z.infer<typeof Fault>;

/** Something that is wrong with a rule. @see `place` such as `condition` or `template.ru.rows.0.value`. */
export const RuleFault = Fault.extend({ place: z.string() });
export type RuleFault = z.infer<typeof RuleFault>;
