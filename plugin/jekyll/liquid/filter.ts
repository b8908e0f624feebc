import type { LiquidFilterContext } from "../../eleventy/liquid.js";

/** A filter of Liquid: the value, then what stands behind the colon. */
export type LiquidFilter = (this: LiquidFilterContext, value: unknown, ...values: unknown[]) => unknown;
