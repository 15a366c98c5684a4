// Drawing only: shares of a width. Nothing here is an amount that anyone books.

// Position of a value between 0 and max, as a percentage of the width, kept inside it.
export const share = (value: number, max: number) => (max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0);
