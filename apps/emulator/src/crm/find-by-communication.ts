import type { CrmRecord, MultiField } from "../state/crm.ts";
import type { State } from "../state/state.ts";
import { recordsOf, type EntityKind } from "./entity-kind.ts";

/** An extension after the number, which is not part of it. */
const EXTENSION = /[,;].*$/s;

/**
 * The entities of a kind that have one of these phones or mail addresses, oldest first. A phone matches by all of its
 * digits, however it is written. Bitrix24 docs: crm.duplicate.findbycomm.
 */
export function findByCommunication(
  state: State,
  kind: EntityKind,
  typeId: "PHONE" | "EMAIL",
  values: readonly string[],
): CrmRecord[] {
  const wanted = new Set(values.map((value) => normalized(typeId, value)).filter((value) => value !== ""));
  const isWanted = (one: MultiField): boolean => one.typeId === typeId && wanted.has(normalized(typeId, one.value));
  return [...recordsOf(state, kind)].filter(({ fm }) => fm.some(isWanted));
}

function normalized(typeId: "PHONE" | "EMAIL", value: string): string {
  if (typeId === "EMAIL") return value.trim().toLowerCase();
  return value.replace(EXTENSION, "").replaceAll(/\D/g, "");
}
