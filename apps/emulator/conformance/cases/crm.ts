import type { Cases } from "../world.ts";

export const crmCases: Cases = {};
