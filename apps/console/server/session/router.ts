import { procedureFor, router } from "../trpc.ts";

export const sessionRouter = router({
  me: procedureFor("viewer").query(({ ctx }) => {
    const { name, email, role } = ctx.session;
    return { name, email, role };
  }),
});
