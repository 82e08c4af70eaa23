import { cn } from "@botdeck/ui";
import { AtSign, FileText, Hash, MousePointerClick, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { usePress } from "../chat/press-context.ts";
import type { BbNode, ImageSize, StyleTag } from "./bb-node.ts";
import { BbTime } from "./bb-time.tsx";
import { parseBb } from "./parse-bb.ts";

const ELEMENT = { b: "strong", i: "em", u: "u", s: "s" } as const satisfies Record<StyleTag, string>;
const IMAGE_HEIGHT: Record<ImageSize, string> = { small: "max-h-24", medium: "max-h-48", large: "max-h-80" };
const PRESS_LOOK =
  "inline-flex items-baseline gap-1 text-accent underline decoration-dotted underline-offset-2 hover:text-accent-strong [&_svg]:size-3 [&_svg]:self-center";

/** A chat message with its BB codes shown. Built from React nodes only, so no markup in the text can act. */
export function BbView({ text, className }: { text: string; className?: string }) {
  const nodes = useMemo(() => parseBb(text), [text]);
  return (
    <span className={cn("block wrap-anywhere whitespace-pre-wrap", className)}>
      <Nodes nodes={nodes} />
    </span>
  );
}

function Nodes({ nodes }: { nodes: readonly BbNode[] }): ReactNode {
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: BbNode }): ReactNode {
  const t = useTranslations("chat");
  switch (node.kind) {
    case "text":
      return node.text;
    case "style": {
      const Element = ELEMENT[node.tag];
      return (
        <Element>
          <Nodes nodes={node.children} />
        </Element>
      );
    }
    case "size":
      return (
        <span style={{ fontSize: `${node.px / 16}rem`, lineHeight: 1.35 }}>
          <Nodes nodes={node.children} />
        </span>
      );
    case "color":
      // Mixed with the ink, so that it is read on the grounds of both themes.
      return (
        <span style={{ color: `color-mix(in oklab, ${node.color} 45%, var(--color-ink))` }}>
          <Nodes nodes={node.children} />
        </span>
      );
    case "link":
      return (
        <a
          href={node.href}
          title={node.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent underline underline-offset-2 hover:text-accent-strong"
        >
          <Nodes nodes={node.children} />
        </a>
      );
    case "user":
    case "chat":
    case "put":
    case "send":
    case "call":
      return <Pressed node={node} />;
    case "image":
      return (
        <a href={node.src} target="_blank" rel="noopener noreferrer nofollow" className="my-1 block w-fit">
          <img
            src={node.src}
            alt={t("picture")}
            loading="lazy"
            referrerPolicy="no-referrer"
            className={cn("min-h-8 max-w-full rounded-md bg-sunken object-contain", IMAGE_HEIGHT[node.size])}
          />
        </a>
      );
    case "icon":
      return (
        <img
          src={node.src}
          alt={node.title}
          title={node.title}
          width={node.sizePx}
          height={node.sizePx}
          referrerPolicy="no-referrer"
          className="inline-block align-text-bottom"
        />
      );
    case "time":
      return <BbTime seconds={node.seconds} format={node.format} />;
    case "file":
      return (
        <a href={`/emulator/api/files/${node.id}/file`} download className={PRESS_LOOK}>
          <FileText aria-hidden />
          {t("fileNumber", { id: node.id })}
        </a>
      );
    case "code":
      return (
        <code className="my-1 block overflow-x-auto rounded-md border border-line bg-surface px-2 py-1.5 font-mono text-sm whitespace-pre">
          {node.text}
        </code>
      );
    case "quote":
      return (
        <span role="blockquote" className="my-1 block border-l-2 border-accent pl-2 text-ink-muted">
          <Nodes nodes={node.children} />
        </span>
      );
  }
}

type PressedNode = Extract<BbNode, { kind: "user" | "chat" | "put" | "send" | "call" }>;

/** Words that do something when pressed; a mention of oneself, or of all, stands out. */
function Pressed({ node }: { node: PressedNode }) {
  const press = usePress();
  const t = useTranslations("chat");
  const words = <Nodes nodes={node.children} />;
  if (node.kind === "user") {
    const person = press.people.find(({ id }) => id === node.id);
    const isMe = node.id === press.player.id || node.id === "all";
    const look = cn("rounded-sm font-medium", isMe ? "bg-warning-tint px-1 text-warning" : "text-accent");
    const name = node.children.length > 0 ? words : (person?.name ?? (node.id === "all" ? t("everybody") : node.id));
    if (isMe || !person || person.role === "client") return <span className={look}>{name}</span>;
    return (
      <button
        type="button"
        title={person.name}
        className={cn(look, "inline-flex items-baseline hover:underline")}
        onClick={() => press.openPerson(node.id)}
      >
        <AtSign aria-hidden className="size-3 self-center" />
        {name}
      </button>
    );
  }
  const act = {
    chat: () => node.kind === "chat" && press.openChat(node.id),
    put: () => node.kind === "put" && press.put(node.value),
    send: () => node.kind === "send" && press.send(node.value),
    call: () => node.kind === "call" && press.call(node.value),
  }[node.kind];
  const sign = {
    chat: <Hash aria-hidden />,
    put: <MousePointerClick aria-hidden />,
    send: <MousePointerClick aria-hidden />,
    call: <Phone aria-hidden />,
  }[node.kind];
  return (
    <button type="button" className={PRESS_LOOK} onClick={act}>
      {sign}
      {words}
    </button>
  );
}
