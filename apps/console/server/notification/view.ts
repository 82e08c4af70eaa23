import type { FollowedNotification } from "@botdeck/db";
import { explainPath, wholePath, type RuleLanguage } from "@botdeck/notifications";

import { hidesPersonalData } from "../conversation/hides-personal-data.ts";
import { maskName, maskText } from "../conversation/mask-personal-data.ts";
import type { Role } from "../roles.ts";
import { alertIdOf } from "./words-of-page.ts";

type Told = {
  /** What people and rules are called, by portal user id and code. */
  names: ReadonlyMap<string, string>;
  /** What records and groups of alerts are called, by subject. */
  titles: ReadonlyMap<string, string>;
  language: RuleLanguage;
  timeZone: string;
  role: Role;
};

/** What a rule came to, as the browser gets it, with the way to it in sentences; instants are ISO texts. */
export function notificationView(row: FollowedNotification, { names, titles, language, timeZone, role }: Told) {
  const { id, ruleCode, subject, dialogId, outcome, line, dueAt, createdAt, delivery } = row;
  const path = wholePath(row.path, row);
  const hides = hidesPersonalData(role);
  const alertId = alertIdOf(subject);
  const sentences = explainPath(path, { language, timeZone, names, delivery });
  return {
    id,
    ruleCode,
    ruleName: names.get(ruleCode) ?? ruleCode,
    subject,
    // Those of records may name clients.
    subjectTitle: hides && alertId === null ? null : (titles.get(subject) ?? null),
    alertId,
    dialogId,
    outcome,
    dialogName: dialogId === null ? null : (names.get(dialogId) ?? null),
    // It may name clients.
    line: hides ? null : line,
    path: path.map(({ step, passed }, index) => {
      const sentence = sentences[index] ?? "";
      return { step, passed, sentence: hides ? maskText(sentence) : sentence };
    }),
    dueAt: dueAt?.toISOString() ?? null,
    at: createdAt.toISOString(),
  };
}

/** Names as somebody of this role may read them. */
export function shownNames(names: ReadonlyMap<string, string>, role: Role): Map<string, string> {
  return new Map([...names].map(([id, name]) => [id, hidesPersonalData(role) ? maskName(name) : name]));
}
