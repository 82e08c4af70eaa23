import type { Cases } from "../world.ts";

export const listsCases: Cases = {};
