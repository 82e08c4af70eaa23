import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What of a page breaks WCAG 2.2 AA as far as a machine can tell: each rule with the elements it found. */
export async function findAccessibilityFaults(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map((node) => node.html) }));
}
