/** Where orders may be, as far as the console can say so. */
export const ORDER_KINDS = ["sale", "json", "odata"] as const;
