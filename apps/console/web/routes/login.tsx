import { createFileRoute, redirect } from "@tanstack/react-router";
import { z } from "zod/mini";

import { SignInPage } from "../features/session/sign-in-page.tsx";

const Search = z.object({ next: z.optional(z.string()) });

export const Route = createFileRoute("/login")({
  validateSearch: Search,
  beforeLoad: async ({ context: { api }, search }) => {
    // Who was sent here by a page has just been found to have no session.
    if (search.next !== undefined) return;
    const isSignedIn = await api.client.session.me.query().then(
      () => true,
      () => false,
    );
    if (isSignedIn) throw redirect({ to: "/conversations", search: { queue: "all" } });
  },
  component: Login,
});

function Login() {
  const { next } = Route.useSearch();
  return <SignInPage next={next} />;
}
