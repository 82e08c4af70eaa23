import type { Cases } from "../world.ts";

export const saleCases: Cases = {};
