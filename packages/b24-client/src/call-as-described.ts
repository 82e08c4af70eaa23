import type { B24Client, CallOptions } from "./client.ts";
import type { MethodName, MethodParams, MethodResult } from "./methods/index.ts";

/**
 * Calls a method whose parameter table is wrong where the words beside it are right: both halves of an either-or marked
 * as required, an object called a list, a field that only the text names.
 */
export function callAsDescribed<Name extends MethodName>(
  client: B24Client,
  method: Name,
  params: Readonly<Record<string, unknown>>,
  options?: CallOptions,
): Promise<MethodResult<Name>> {
  // safe: the parameters follow the method's page, and the answer is read by the method's own shape
  return client.call(method, params as MethodParams<Name>, options);
}
