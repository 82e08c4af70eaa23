import { createFileRoute, redirect } from "@tanstack/react-router";
import { z } from "zod/mini";

import { REFUSALS } from "../features/session/refusals.ts";
import { SignInPage } from "../features/session/sign-in-page.tsx";

const Search = z.object({
  next: z.catch(z.optional(z.string()), undefined),
  /** Who comes back from their portal: the second factor is still to be shown, or why they are not in. */
  step: z.catch(z.optional(z.literal("code")), undefined),
  refused: z.catch(z.optional(z.enum(REFUSALS)), undefined),
});

export const Route = createFileRoute("/login")({
  validateSearch: Search,
  beforeLoad: async ({ context: { api }, search }) => {
    // Who was sent here by a page has just been found to have no session.
    if (search.next !== undefined || search.step !== undefined) return;
    const isSignedIn = await api.client.session.me.query().then(
      () => true,
      () => false,
    );
    if (isSignedIn) throw redirect({ to: "/conversations", search: { queue: "all" } });
  },
  component: Login,
});

function Login() {
  const { next, step, refused } = Route.useSearch();
  return <SignInPage next={next} isCodeFirst={step === "code"} refused={refused} />;
}
