import { Skeleton } from "@botdeck/ui";

/** Stands for a page until it is there. */
export function PageSkeleton() {
  return (
    <div aria-busy className="flex flex-col gap-4 p-4">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-16 w-full max-w-3xl" />
      <Skeleton className="h-16 w-full max-w-3xl" />
      <Skeleton className="h-16 w-full max-w-3xl" />
    </div>
  );
}
