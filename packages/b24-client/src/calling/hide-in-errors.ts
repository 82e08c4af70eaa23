import type { PortalAnswer } from "../classify.ts";
import { hideSecrets } from "../hide-secrets.ts";

/** The answer to a batch that a caller wrote, with no secret in the portal's words of what failed in it. */
export function hideInErrors(answer: PortalAnswer, secrets: readonly string[]): PortalAnswer {
  const { result } = answer;
  if (typeof result !== "object" || result === null || !("result_error" in result)) return answer;
  return { ...answer, result: { ...result, result_error: hidden(result.result_error, secrets) } };
}

function hidden(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") return hideSecrets(value, secrets);
  if (Array.isArray(value)) return value.map((item) => hidden(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hidden(item, secrets)]));
}
