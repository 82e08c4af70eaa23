import type { Cases } from "../world.ts";

export const diskCases: Cases = {};
