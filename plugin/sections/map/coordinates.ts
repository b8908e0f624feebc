import * as z from "zod";
import { lenient } from "../lenient.js";

/** Returns whether two numbers in the other order would be coordinates. */
const isSwapped = ([latitude = 0, longitude = 0]: readonly number[]): boolean =>
  Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;

const expected = "must be latitude and longitude in degrees, such as [48.85, 2.35]";

/** Latitude and longitude in degrees. */
export const coordinates = lenient(
  z.custom<readonly [number, number]>().superRefine((value: unknown, context) => {
    const numbers = Array.isArray(value) && value.length === 2 ? (value as unknown[]) : [];
    const [latitude, longitude] = numbers;
    if (typeof latitude === "number" && typeof longitude === "number") {
      if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return;
      const message = isSwapped([latitude, longitude])
        ? `${expected} (the latitude first: [${longitude}, ${latitude}])`
        : `${expected}, with a latitude from -90 to 90 and a longitude from -180 to 180`;
      context.addIssue({ code: "custom", message });
      return;
    }
    context.addIssue({ code: "custom", message: expected });
  }),
);
