import { matches, type Expectation, type Topic } from "./day-line.ts";
import { toE164 } from "./phone.ts";

export type CrmRecord = { kind: "lead" | "contact"; name: string; phones: string[]; comment: string };

/** How a conversation ended, as far as it can be seen from outside. */
export type Ending = {
  handedOver: boolean;
  /** The tag that the operator saw last; null for none. */
  topic: Topic | null;
  /** Every message of the bot that the client saw, with the texts of its buttons. */
  said: readonly string[];
  hasTask: boolean;
  crm: readonly CrmRecord[];
};

export type Result = "contained" | "operator" | "missed" | "mistagged" | "wrong";
/** `failures`: what was expected and did not come, in words. */
export type Score = { result: Result; failures: string[] };

export function score(expected: Expectation, ending: Ending): Score {
  const forbidden = (expected.notSaid ?? []).flatMap((pattern) => {
    const saying = ending.said.find((text) => matches(pattern, text));
    return saying === undefined ? [] : [`said /${pattern}/: ${shorten(saying)}`];
  });
  return ending.handedOver ? scoreHandOver(expected, ending, forbidden) : scoreContained(expected, ending, forbidden);
}

function scoreHandOver(expected: Expectation, { topic }: Ending, forbidden: string[]): Score {
  if (forbidden.length > 0) return { result: "wrong", failures: forbidden };
  if (expected.outcome === "contained") {
    return { result: "missed", failures: [`handed over (as ${topic ?? "no topic"})`] };
  }
  if (expected.topic === undefined || topic === expected.topic) return { result: "operator", failures: [] };
  return { result: "mistagged", failures: [`topic ${topic ?? "none"} instead of ${expected.topic}`] };
}

function scoreContained(expected: Expectation, ending: Ending, forbidden: string[]): Score {
  const failures = [...forbidden];
  if (expected.outcome === "operator") failures.push("ended without an operator");
  for (const pattern of expected.said ?? []) {
    if (!ending.said.some((text) => matches(pattern, text))) failures.push(`never said /${pattern}/`);
  }
  if (expected.task !== undefined && expected.task !== ending.hasTask) {
    failures.push(expected.task ? "no task for a manager" : "a task for a manager that nobody wanted");
  }
  failures.push(...crmFailures(expected.crm ?? {}, ending.crm));
  return { result: failures.length === 0 ? "contained" : "wrong", failures };
}

function crmFailures({ phone, name, comment }: NonNullable<Expectation["crm"]>, records: Ending["crm"]): string[] {
  const failures: string[] = [];
  const has = (wanted: string, isThere: (record: CrmRecord) => boolean, known: (record: CrmRecord) => string) => {
    if (records.some(isThere)) return;
    const found = records.map((record) => `${record.kind}: ${shorten(known(record)) || "nothing"}`).join("; ");
    failures.push(`CRM lacks ${wanted} (${found || "neither lead nor contact"})`);
  };
  if (phone !== undefined) {
    const isThere = ({ phones }: CrmRecord) => phones.some((known) => toE164(known) === toE164(phone));
    has(`the phone ${phone}`, isThere, ({ phones }) => phones.join(", "));
  }
  if (name !== undefined) {
    const wanted = name.toLocaleLowerCase();
    has(
      `the name ${name}`,
      (record) => record.name.toLocaleLowerCase().includes(wanted),
      (record) => record.name,
    );
  }
  if (comment !== undefined) {
    has(
      `the comment /${comment}/`,
      (record) => matches(comment, record.comment),
      (record) => record.comment,
    );
  }
  return failures;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 120)}…` : line;
}
