import type { Fault } from "../fault.ts";
import { gatewayKilled } from "./gateway-killed.ts";
import { portalLimits } from "./portal-limits.ts";
import { postgresRestarts } from "./postgres-restarts.ts";
import { workersKilled } from "./workers-killed.ts";

/** Every fault, in the order in which they are run: what leaves traces comes last. */
export const FAULTS: readonly Fault[] = [...gatewayKilled, ...workersKilled, ...postgresRestarts, ...portalLimits];
