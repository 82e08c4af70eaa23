import { HOOK_KIND } from "@botdeck/db";
import { HookOptions } from "@botdeck/notifications";
import { z } from "zod";

export const ListHooks = z.object({ portalId: z.uuid() });

export const HookById = z.object({ portalId: z.uuid(), hookId: z.uuid() });

export const CreateHook = z.object({
  portalId: z.uuid(),
  botId: z.uuid(),
  name: z.string().trim().min(1).max(100),
  kind: z.enum(HOOK_KIND),
});

export const SetHookActive = HookById.extend({ isActive: z.boolean() });

export const TestHook = HookById.extend({
  /** Kept nowhere, so whoever tests it has to know it. */
  secret: z.string().trim().min(16).max(500),
  /** The end of what a test before began. */
  isOver: z.boolean(),
});

export const ChangeHook = HookById.extend({
  name: z.string().trim().min(1).max(100),
  options: HookOptions,
  /** What these take the place of, as the page showed it. */
  before: z.object({ name: z.string(), options: z.unknown() }),
});
