import type { Cases } from "../world.ts";

export const botsCases: Cases = {};
