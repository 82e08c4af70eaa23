import { appCases } from "./app.ts";
import { botsCases } from "./bots.ts";
import { calendarCases } from "./calendar.ts";
import { catalogCases } from "./catalog.ts";
import { connectorCases } from "./connector.ts";
import { crmCases } from "./crm.ts";
import { diskCases } from "./disk.ts";
import { listsCases } from "./lists.ts";
import { messengerCases } from "./messenger.ts";
import { openLineCases } from "./open-line.ts";
import { peopleCases } from "./people.ts";
import { saleCases } from "./sale.ts";
import { taskCases } from "./task.ts";
import { telephonyCases } from "./telephony.ts";
import type { Cases } from "../world.ts";

/** One case for every method that the emulator answers. */
export const CASES: Cases = {
  ...appCases,
  ...botsCases,
  ...calendarCases,
  ...catalogCases,
  ...connectorCases,
  ...crmCases,
  ...diskCases,
  ...listsCases,
  ...messengerCases,
  ...openLineCases,
  ...peopleCases,
  ...saleCases,
  ...taskCases,
  ...telephonyCases,
};
