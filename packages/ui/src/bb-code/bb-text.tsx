import type { ReactNode } from "react";
import { cn } from "../cn.ts";
import { type BbNode, parseBbCode, plainText, type StyleTag } from "./parse-bb-code.ts";

const ELEMENT = { b: "strong", i: "em", u: "u", s: "s" } as const satisfies Record<StyleTag, string>;

/** A chat message with its BB codes shown. Built from React nodes only, so no markup in the text can act. */
export function BbText({ text, className }: { text: string; className?: string }) {
  return <span className={cn("wrap-anywhere whitespace-pre-wrap", className)}>{renderNodes(parseBbCode(text))}</span>;
}

/** The same message as one line of plain letters. */
export function bbToPlainText(text: string): string {
  return plainText(parseBbCode(text)).replaceAll(/\s+/gu, " ").trim();
}

function renderNodes(nodes: readonly BbNode[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (node.kind === "text") return node.text;
    if (node.kind === "break") return <br key={index} />;
    if (node.kind === "link") {
      return (
        <a
          key={index}
          href={node.href}
          title={node.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent underline underline-offset-2 hover:text-accent-strong"
        >
          {renderNodes(node.children)}
        </a>
      );
    }
    const Element = ELEMENT[node.tag];
    return <Element key={index}>{renderNodes(node.children)}</Element>;
  });
}
