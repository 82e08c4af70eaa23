import { nameOf } from "../../chat/find.ts";
import type { State } from "../../state/state.ts";
import type { Answer, Call, RestMethod } from "../method.ts";
import { list } from "../params.ts";

/** Names of access codes. Bitrix24 docs: api-reference/common/system/access-name. */
export const accessNameMethods: RestMethod[] = [{ name: "access.name", scopes: [], run }];

const GROUPS: Record<string, string> = {
  AU: "All authorized users",
  G1: "Administrators",
  G2: "All visitors",
  UA: "All users",
};

type Named = { provider: string; name: string; provider_id: string };

function run({ portal, params }: Call): Answer {
  const codes = list(params, "ACCESS").map(String);
  if (codes.length === 0) return { result: false };
  const named = codes.flatMap((code) => {
    const found = nameOfCode(portal.state, code);
    return found === null ? [] : [[code, found] as const];
  });
  return { result: named.length === 0 ? [] : Object.fromEntries(named) };
}

function nameOfCode(state: State, code: string): Named | null {
  const group = GROUPS[code];
  if (group !== undefined) return { provider: "", name: group, provider_id: "other" };
  const [, kind, number] = /^(U|D|DR)(\d+)$/.exec(code) ?? [];
  if (kind === "U") {
    const person = state.people.get(Number(number));
    return person === undefined ? null : { provider: "", name: nameOf(person), provider_id: "user" };
  }
  const department = kind === undefined ? undefined : state.departments.get(Number(number));
  return department === undefined ? null : { provider: "Department", name: department.name, provider_id: "intranet" };
}
