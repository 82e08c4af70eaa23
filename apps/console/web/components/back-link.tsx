import { createLink } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ComponentProps } from "react";

/** The way back to the list that a page about one thing belongs to; its label says where for who cannot see the arrow. */
export const BackLink = createLink((props: Omit<ComponentProps<"a">, "className" | "children">) => (
  <a {...props} className="rounded-md p-1 text-ink-muted hover:bg-sunken hover:text-ink">
    <ArrowLeft aria-hidden className="size-4" />
  </a>
));
