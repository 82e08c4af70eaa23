import { cn } from "./cn.ts";

/** Holds the place of content that is loading; give it the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-4 animate-shimmer rounded-md bg-sunken", className)} />;
}
