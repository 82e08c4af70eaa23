import type { Fault } from "../fault.ts";
import { clocks } from "./clocks.ts";
import { deploys } from "./deploys.ts";
import { disks } from "./disks.ts";
import { fetchCrashes } from "./fetch-crashes.ts";
import { forgedEvents } from "./forged-events.ts";
import { gatewayKilled } from "./gateway-killed.ts";
import { hostileSenders } from "./hostile-senders.ts";
import { oddDeliveries } from "./odd-deliveries.ts";
import { poisons } from "./poison.ts";
import { portalAnswers } from "./portal-answers.ts";
import { postgresTroubles } from "./postgres-troubles.ts";
import { randomKiller } from "./random-killer.ts";
import { temporalFaults } from "./temporal-away.ts";
import { tokens } from "./tokens.ts";
import { workersKilled } from "./workers-killed.ts";

/** Every fault, in the order in which they are run: what leaves traces comes later, what needs Temporal last. */
export const FAULTS: readonly Fault[] = [
  ...gatewayKilled,
  ...workersKilled,
  ...postgresTroubles,
  ...portalAnswers,
  ...oddDeliveries,
  ...forgedEvents,
  ...hostileSenders,
  ...deploys,
  ...clocks,
  ...disks,
  ...fetchCrashes,
  ...tokens,
  ...poisons,
  ...temporalFaults,
  ...randomKiller,
];
