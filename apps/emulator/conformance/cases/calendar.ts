import type { Cases } from "../world.ts";

export const calendarCases: Cases = {};
