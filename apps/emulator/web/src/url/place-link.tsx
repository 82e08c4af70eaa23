import type { ComponentProps, MouseEvent } from "react";
import { type Place, placeSearch, usePlace } from "./use-place.ts";

type Props = Omit<ComponentProps<"a">, "href" | "onClick"> & { to: Partial<Place> };

/** Leads to another person or dialog without a reload. As a real link it also opens in a tab of its own. */
export function PlaceLink({ to, ...rest }: Props) {
  const { place, go } = usePlace();

  function onClick(event: MouseEvent): void {
    const opensElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (opensElsewhere) return;
    event.preventDefault();
    go(to);
  }

  return <a href={`?${placeSearch({ ...place, ...to })}`} onClick={onClick} {...rest} />;
}
