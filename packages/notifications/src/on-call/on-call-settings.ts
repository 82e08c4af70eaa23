import { isTimeZone } from "@botdeck/core/working-time";
import { z } from "zod";

import { DialogId } from "../group-chat.ts";
import { EscalationPolicy } from "./escalation-policy.ts";
import { RotaLayers } from "./rota-layers.ts";

const Name = z.string().trim().min(1).max(80);

/** A rota as somebody sets it, be it by a file or in the console. */
export const RotaSettings = z.strictObject({
  /** As people name it in `/oncall`. */
  name: Name,
  timeZone: z.string().refine(isTimeZone, "is no time zone of IANA's, such as Europe/Moscow"),
  layers: RotaLayers,
  /** The group chat that hears of hand-overs, or a person. */
  dialogId: DialogId.nullable().default(null),
});
export type RotaSettings = z.infer<typeof RotaSettings>;

/** An escalation policy as somebody sets it: the name `default` makes it the portal's own. */
export const PolicySettings = z.strictObject({ name: Name, ...EscalationPolicy.shape });
export type PolicySettings = z.infer<typeof PolicySettings>;

/** A policy of this name is the portal's own default. */
export const DEFAULT_POLICY = "default";

/** Rotas that a policy names and the portal has not, with where they stand, such as `levels.0.targets.1.rotaId`: nobody would be paged. */
export function unknownRotas(
  { levels }: Pick<EscalationPolicy, "levels">,
  known: ReadonlySet<string>,
): { place: string; rotaId: string }[] {
  return levels.flatMap(({ targets }, level) =>
    targets.flatMap((target, index) =>
      target.kind === "rota" && !known.has(target.rotaId)
        ? [{ place: `levels.${level}.targets.${index}.rotaId`, rotaId: target.rotaId }]
        : [],
    ),
  );
}
