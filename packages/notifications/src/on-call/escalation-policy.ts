import { z } from "zod";

import { GroupChat } from "../group-chat.ts";

const Target = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rota"), rotaId: z.uuid() }),
  z.object({ kind: z.literal("person"), id: z.string().min(1) }),
  z.object({ kind: z.literal("chat"), dialogId: GroupChat }),
  /** The heads of who was paged before. */
  z.object({ kind: z.literal("heads") }),
]);
export type EscalationTarget = z.infer<typeof Target>;

/** Who is paged, in which order, and what if nobody answers. */
export const EscalationPolicy = z.object({
  levels: z
    .array(
      z.object({
        targets: z.array(Target).min(1).max(20),
        /** Seconds for which somebody of this level is waited for. */
        waitSeconds: z.number().int().min(30).max(86_400).default(300),
      }),
    )
    .min(1)
    .max(10),
  /** How often all levels are gone through once more. */
  repeats: z.number().int().min(0).max(10).default(1),
  /** The group chat that hears of it when nobody answered. */
  fallbackDialogId: GroupChat.nullable().default(null),
  /** Alerts below this do not wake anybody: they wait for the end of quiet hours. */
  passesQuietHoursFrom: z.enum(["info", "warning", "critical", "never"]).default("critical"),
  /** An acknowledgement holds so long, in seconds, while it still fires; null for good. */
  acknowledgedSeconds: z.number().int().min(300).max(604_800).nullable().default(null),
});
export type EscalationPolicy = z.infer<typeof EscalationPolicy>;
