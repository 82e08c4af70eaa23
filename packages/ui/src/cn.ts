import { cx, type CxOptions } from "class-variance-authority";
import { twMerge } from "tailwind-merge";

/** Joins class names; of two Tailwind classes that set the same thing, the later one stays. */
export function cn(...classes: CxOptions): string {
  return twMerge(cx(classes));
}
