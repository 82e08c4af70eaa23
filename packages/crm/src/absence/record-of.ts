import type { CallOptions } from "@botdeck/b24-client";

import type { AbsenceRecord } from "./absence-record.ts";
import { CALENDAR_ONLY } from "./calendar-only.ts";
import { createListRecord, type RecordClients } from "./list-record.ts";
import { createProcessRecord } from "./process-record.ts";
import type { AbsenceRecordSetting } from "./record-setting.ts";

/**
 * Where a portal's setting wants its absences kept.
 *
 * @param clients.client With the rights of the person whose absence it is.
 * @param clients.admin With an administrator's: a process takes them, and what the person may not take back.
 */
export function recordOf(setting: AbsenceRecordSetting, clients: RecordClients, options?: CallOptions): AbsenceRecord {
  if (setting.kind === "list") return createListRecord(clients, setting, options);
  if (setting.kind === "process") return createProcessRecord(clients, setting, options);
  return CALENDAR_ONLY;
}
