import type { Cases } from "../world.ts";

export const peopleCases: Cases = {
  profile: () => ({}),
};
