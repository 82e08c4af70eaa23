import type { Cases } from "../world.ts";

export const catalogCases: Cases = {};
