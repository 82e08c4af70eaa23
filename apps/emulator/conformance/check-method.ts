import { specOf, type MethodSpec } from "@botdeck/b24-spec";
import { messageOf } from "@botdeck/core";

import { shapeFaults } from "./shape.ts";
import type { Cases, Params, World } from "./world.ts";

/** What came of one method. */
export type Verdict =
  | { kind: "right" }
  | { kind: "wrong"; faults: string[] }
  /** Nobody wrote a case for it, or the documentation shows no answer to compare with. */
  | { kind: "uncovered"; why: string };

/** Calls a method as its case says and compares the answer; then calls it without each required parameter. */
export async function checkMethod(world: World, name: string, cases: Cases): Promise<Verdict> {
  const spec = specOf(name);
  const paramsOf = cases[name];
  if (spec === null) return { kind: "uncovered", why: "no such method" };
  if (paramsOf === undefined) return { kind: "uncovered", why: "no case" };
  if (spec.example?.result === undefined) return { kind: "uncovered", why: "the documentation shows no answer" };
  try {
    const params = await paramsOf(world);
    const accepted = await acceptedWithout(world, spec, params);
    const { status, body } = await world.ask(name, params);
    if (status !== 200) return { kind: "wrong", faults: [`answered ${status} ${JSON.stringify(body)}`] };
    const faults = [...accepted, ...resultFaults(spec.example.result, body["result"]), ...envelopeFaults(spec, body)];
    return faults.length === 0 ? { kind: "right" } : { kind: "wrong", faults };
  } catch (error) {
    return { kind: "wrong", faults: [messageOf(error)] };
  }
}

/** Nothing at all is no answer where something is documented, and `false` is none where the call is known to work. */
export function resultFaults(documented: unknown, result: unknown): string[] {
  const isNothing = documented !== null && (result === null || result === undefined);
  const isRefused = documented === true && result === false;
  if (isNothing || isRefused) return [`result: ${String(result)}, documented as ${JSON.stringify(documented)}`];
  return shapeFaults(documented, result);
}

/** A portal refuses a call without a required parameter, so this one has to. */
async function acceptedWithout(world: World, spec: MethodSpec, params: Params): Promise<string[]> {
  const faults: string[] = [];
  for (const { name, isRequired } of spec.params) {
    if (!isRequired || !(name in params)) continue;
    const { [name]: _left, ...rest } = params;
    const { status, body } = await world.ask(spec.name, rest);
    if (status === 200 && !isRefusedInside(body)) faults.push(`${name}: is required, yet a call without it was taken`);
    if (status >= 500) faults.push(`${name}: a call without it is answered with ${status}`);
  }
  return faults;
}

/** `imconnector.register` and its like refuse with status 200 and say so inside the result. */
function isRefusedInside({ result }: Record<string, unknown>): boolean {
  return typeof result === "object" && result !== null && "result" in result && result.result === false;
}

function envelopeFaults({ example, isRest3 }: MethodSpec, body: Record<string, unknown>): string[] {
  const faults = example?.total !== undefined && typeof body["total"] !== "number" ? ["total: is missing"] : [];
  return isRest3 || typeof body["time"] === "object" ? faults : [...faults, "time: is missing"];
}
