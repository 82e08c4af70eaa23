import type { Cases } from "../world.ts";

export const connectorCases: Cases = {};
