import { BbView } from "../bb/bb-view.tsx";
import type { GridCell, GridDisplay } from "./attach-block.ts";
import { TargetLink } from "./target-link.tsx";

type Group = { display: GridDisplay; cells: GridCell[] };

/** The cells of a grid: under one another, side by side, or as a table of names and values. */
export function GridView({ groups }: { groups: Group[] }) {
  return groups.map((group, index) => <GridGroup key={index} {...group} />);
}

function GridGroup({ display, cells }: Group) {
  if (display === "BLOCK" || display === "LINE") {
    const look = display === "BLOCK" ? "flex flex-col gap-2" : "flex flex-wrap gap-x-6 gap-y-2";
    return (
      <dl className={look}>
        {cells.map((cell, index) => (
          <div key={index} style={cell.widthPx ? { width: cell.widthPx } : undefined} className="max-w-full min-w-0">
            <Name cell={cell} />
            <Value cell={cell} />
          </div>
        ))}
      </dl>
    );
  }
  const isTable = display === "TABLE";
  return (
    <dl className={isTable ? "divide-y divide-line rounded-md border border-line" : "flex flex-col gap-1"}>
      {cells.map((cell, index) => (
        <div key={index} className={isTable ? "flex gap-3 px-2 py-1.5" : "flex gap-3"}>
          <Name cell={cell} isColumn />
          <Value cell={cell} />
        </div>
      ))}
    </dl>
  );
}

function Name({ cell, isColumn = false }: { cell: GridCell; isColumn?: boolean }) {
  const width = isColumn && cell.widthPx ? { width: cell.widthPx } : undefined;
  return (
    <dt className={isColumn ? "w-28 shrink-0 text-sm text-ink-muted" : "text-sm text-ink-muted"} style={width}>
      {cell.name}
    </dt>
  );
}

function Value({ cell }: { cell: GridCell }) {
  // Mixed with the ink, so that a bot's own colour is read on both themes.
  const ink = cell.color ? { color: `color-mix(in oklab, ${cell.color} 45%, var(--color-ink))` } : undefined;
  return (
    <dd className="min-w-0 flex-1 font-medium" style={ink}>
      {cell.target ? <TargetLink target={cell.target}>{cell.value}</TargetLink> : <BbView text={cell.value} />}
    </dd>
  );
}
