import type { Span } from "../../entities/entities.ts";
import type { Named, Param } from "../param.ts";
import type { Meaning } from "./problem.ts";
import type { Reading } from "./reading.ts";

/** As the portal writes a mention; departments are written so by our own buttons. */
const CODE = /\[(?<what>user|department)=(?<id>\d+)[^\]]*\](?<name>.*?)\[\/\k<what>\]/gisu;
/** `@анна`, `@Анна Петрова`: a second word belongs to it when it is written as a name. */
const AT_NAME = /(?<![\p{L}\d@])@(?<first>[\p{L}\d][\p{L}\d._-]*)(?<second> \p{Lu}[\p{L}-]+)?/gu;
const ME = /(?<![\p{L}\d])(?:me|myself|my own|mine|my|я|себя|мои|мой|моя|мое|моё|меня|мне)(?![\p{L}\d])/iu;
const IS_DEPARTMENT = /^(?:(?:по )?(?:отдел\p{L}*|департамент\p{L}*|служб\p{L}{1,2}|department|dept\.?|team) )/iu;
/** So many stretches of words are looked for on the portal: more are no names. */
const MOST_LOOKED_FOR = 3;

/** Mentions and `@names`. */
export async function readMentions(reading: Reading): Promise<void> {
  for (const { index, 0: whole, groups = {} } of reading.left.matchAll(CODE)) {
    const isPerson = groups["what"]?.toLowerCase() === "user";
    if (!reading.has(isPerson ? "person" : "department")) continue;
    const param = reading.open(isPerson ? "person" : "department")[0];
    const span = { start: index, end: index + whole.length };
    const named: Named = { id: groups["id"] ?? "", name: groups["name"] ?? "" };
    if (param === undefined) reading.fault(null, "one_too_many", [span]);
    else reading.take(param, named, [span]);
  }
  if (!reading.has("person")) return;
  for (const { index, 0: whole, groups = {} } of reading.left.matchAll(AT_NAME)) {
    const { first = "", second = "" } = groups;
    const param = reading.open("person")[0];
    if (param === undefined) {
      reading.fault(null, "one_too_many", [{ start: index, end: index + whole.length - second.length }]);
      continue;
    }
    const isMe = ME.exec(first)?.[0] === first && reading.at.me !== undefined;
    const both = isMe || second === "" ? [] : await peopleOf(reading, `${first}${second}`);
    const end = index + (both.length > 0 ? whole.length : whole.length - second.length);
    const found = isMe && reading.at.me ? [reading.at.me] : both.length > 0 ? both : await peopleOf(reading, first);
    settle(reading, param, found, { start: index, end });
  }
}

/** Names among the words that are left, where nothing else can take them. */
export async function readNames(reading: Reading, spans: readonly Span[]): Promise<void> {
  for (const span of spans.slice(0, MOST_LOOKED_FOR)) {
    const [person, department] = [reading.open("person")[0], reading.open("department")[0]];
    if (person === undefined && department === undefined) return;
    const words = reading.text.slice(span.start, span.end);
    if (person !== undefined && reading.at.me !== undefined && ME.exec(words)?.[0] === words) {
      reading.take(person, reading.at.me, [span]);
      continue;
    }
    const isDepartment = IS_DEPARTMENT.test(words);
    const named = words.replace(IS_DEPARTMENT, "");
    const people = person === undefined || isDepartment ? [] : await peopleOf(reading, words);
    const departments = department === undefined ? [] : await departmentsOf(reading, named);
    const either = [...people.map(meansPerson), ...departments.map(meansDepartment)];
    if (people.length > 0 && departments.length > 0) reading.fault(person ?? null, "several_found", [span], either);
    else if (people.length > 0) settle(reading, person, people, span);
    else if (departments.length > 0 || isDepartment) settle(reading, department, departments, span);
  }
}

/** Words in which nobody and nothing was found, where they can have meant only that. */
export function nameNotFound(reading: Reading, span: Span): boolean {
  const param = reading.open("person", "department")[0];
  // Where something else has to be told, they were rather meant for that.
  const isWanted = reading.missing().every((each) => each.kind === "person" || each.kind === "department");
  if (param === undefined || (param.isOptional === true && !isWanted)) return false;
  reading.fault(param, "not_found", [span]);
  return true;
}

function settle(reading: Reading, param: Param | undefined, found: readonly Named[], span: Span): void {
  const [only] = found;
  if (param === undefined) reading.fault(null, "one_too_many", [span]);
  else if (only === undefined) reading.fault(param, "not_found", [span]);
  else if (found.length === 1) reading.take(param, only, [span]);
  else
    reading.fault(param, "several_found", [span], found.map(param.kind === "person" ? meansPerson : meansDepartment));
}

const peopleOf = async ({ at }: Reading, words: string) =>
  (await at.findPeople?.(words.replaceAll(/[._]/g, " "))) ?? [];
const departmentsOf = async ({ at }: Reading, words: string) => (await at.findDepartments?.(words)) ?? [];

const meansPerson = (value: Named): Meaning => ({ value, instead: `[USER=${value.id}]${value.name}[/USER]` });
const meansDepartment = (value: Named): Meaning => ({
  value,
  instead: `[DEPARTMENT=${value.id}]${value.name}[/DEPARTMENT]`,
});
