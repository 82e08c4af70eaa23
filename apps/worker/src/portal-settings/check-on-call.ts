import { AppError } from "@botdeck/core";
import { isTimeZone } from "@botdeck/core/working-time";
import { EscalationPolicy, RotaLayers } from "@botdeck/notifications";
import { z } from "zod";

/** A rota as its file has it. */
export const RotaFile = z.strictObject({
  /** As people name it in `/oncall`. */
  name: z.string().trim().min(1).max(80),
  timeZone: z.string().refine(isTimeZone, "is no time zone of IANA's, such as Europe/Moscow"),
  layers: RotaLayers,
  /** The group chat that hears of hand-overs. */
  dialogId: z.string().min(1).nullable().default(null),
});
export type RotaFile = z.infer<typeof RotaFile>;

/** An escalation policy as its file has it: the name `default` makes it the portal's own. */
export const PolicyFile = z.strictObject({ name: z.string().trim().min(1).max(80), ...EscalationPolicy.shape });
export type PolicyFile = z.infer<typeof PolicyFile>;

/** @throws AppError `invalid` that says which fields are wrong. */
export function readSetting<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `${path.join(".") || "the file"}: ${message}`);
  throw new AppError("invalid", `The settings are wrong: ${problems.join("; ")}`);
}
