import type { Card } from "@botdeck/core";
import { BbText, cn, toSafeHref } from "@botdeck/ui";

/** The edge by what a card is for. */
const EDGE: Record<NonNullable<Card["tone"]>, string> = {
  primary: "border-l-accent",
  secondary: "border-l-ink-muted",
  alert: "border-l-danger",
  base: "border-l-line",
};

/** What stands in a frame below a message's words, as its reader saw it. Texts of it are of people: nothing is taken for markup but BB codes. */
export function MessageCard({ card: { tone = "base", blocks } }: { card: Card }) {
  return (
    <div
      className={cn("flex flex-col gap-2 rounded-md border border-l-4 border-line bg-surface px-3 py-2", EDGE[tone])}
    >
      {blocks.map((block, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a card's blocks have nothing else and never move
        <CardBlock key={index} block={block} />
      ))}
    </div>
  );
}

function CardBlock({ block }: { block: Card["blocks"][number] }) {
  switch (block.kind) {
    case "text":
      return <BbText text={block.text} />;
    case "line":
      return <hr className="border-line" />;
    case "picture":
      // Its address is the portal's: without its session the picture would not load.
      return <p className="text-sm text-ink-muted">{block.name}</p>;
    case "rows":
      return (
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
          {block.rows.map(({ name, value, url }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <CardRow key={index} name={name} value={value} href={url === undefined ? null : toSafeHref(url)} />
          ))}
        </dl>
      );
  }
}

function CardRow({ name, value, href }: { name: string; value: string; href: string | null }) {
  const shown = <BbText text={value} />;
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0 break-words">
        {href === null ? (
          shown
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
            {shown}
          </a>
        )}
      </dd>
    </>
  );
}
