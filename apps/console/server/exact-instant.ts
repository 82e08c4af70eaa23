import { z } from "zod";

/** The database's text of an instant, as it gave it: `2026-11-20 10:00:00.123456+00`. */
export const ExactInstant = z.string().regex(/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/);
