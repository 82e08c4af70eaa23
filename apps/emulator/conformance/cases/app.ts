import type { Cases } from "../world.ts";

export const appCases: Cases = {};
