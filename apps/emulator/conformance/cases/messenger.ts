import type { Cases } from "../world.ts";

export const messengerCases: Cases = {};
