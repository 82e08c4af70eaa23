import type { Fault } from "../fault.ts";
import { gatewayKilled } from "./gateway-killed.ts";
import { portalAnswers } from "./portal-answers.ts";
import { postgresTroubles } from "./postgres-troubles.ts";
import { workersKilled } from "./workers-killed.ts";

/** Every fault, in the order in which they are run: what leaves traces comes last. */
export const FAULTS: readonly Fault[] = [...gatewayKilled, ...workersKilled, ...postgresTroubles, ...portalAnswers];
