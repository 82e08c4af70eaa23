import { z } from "zod";

export const ListRotas = z.object({ portalId: z.uuid() });
