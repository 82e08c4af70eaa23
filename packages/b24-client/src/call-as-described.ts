import type { B24Client, CallOptions } from "./client.ts";
import type { MethodName, MethodParams, MethodResult } from "./methods/index.ts";

/** Documented in words only, so the generated list lacks it. */
type Undescribed = "imbot.bot.list";

/**
 * Calls a method whose parameter table is wrong where the words beside it are right: both halves of an either-or marked
 * as required, an object called a list, a field that only the text names.
 */
export async function callAsDescribed<Name extends MethodName | Undescribed>(
  client: B24Client,
  method: Name,
  params: Readonly<Record<string, unknown>>,
  options?: CallOptions,
): Promise<Name extends MethodName ? MethodResult<Name> : unknown> {
  // safe: the parameters follow the method's page, and the answer is read by the method's own shape
  const answer: unknown = await client.call(method as MethodName, params as MethodParams<MethodName>, options);
  return answer as Name extends MethodName ? MethodResult<Name> : unknown;
}
