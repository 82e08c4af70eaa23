import type { EscalationPolicyRow } from "@botdeck/db";
import { DEFAULT_POLICY, EscalationPolicy, HookOptions } from "@botdeck/notifications";

/** A policy as the browser gets it; `policy` is null where what is kept can no longer be read: nobody is paged by it then. */
export function policyView(
  { id, name, policy, updatedAt }: EscalationPolicyRow,
  hooks: readonly { name: string; options: unknown }[],
) {
  const isDefault = name === DEFAULT_POLICY;
  return {
    id,
    name,
    isDefault,
    policy: EscalationPolicy.safeParse(policy).data ?? null,
    seen: updatedAt.toISOString(),
    /** Sources whose alerts go by it. */
    sources: hooks.flatMap((hook) => {
      const policyId = HookOptions.safeParse(hook.options).data?.policyId ?? null;
      return policyId === id || (isDefault && policyId === null) ? [hook.name] : [];
    }),
  };
}
